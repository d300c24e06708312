import type { CreateRewardOfferBody } from '@tillback/sdk'
import type { IconName } from '../../kit/icon.tsx'
import { texts } from '../texts.ts'

export interface Template {
  readonly name: keyof typeof texts.offers.templates
  readonly icon: IconName
  readonly body: CreateRewardOfferBody
}

const named = texts.offers.templates

/** Where most offers begin. Each is a draft that could run as it is. */
export const TEMPLATES: readonly Template[] = [
  {
    name: 'everywhere',
    icon: 'award',
    body: { name: named.everywhere.name, goal: 'SPEND', award: { kind: 'PERCENTAGE', rate: '5' } },
  },
  {
    name: 'visits',
    icon: 'sync',
    body: {
      name: named.visits.name,
      goal: 'VISITS',
      progress: { of: 'VISITS', target: '5', period: 'MONTH', repeats: true },
      award: { kind: 'FIXED', amount: '3.00' },
    },
  },
  {
    name: 'instant',
    icon: 'tag',
    body: {
      name: named.instant.name,
      goal: 'SPEND',
      redeem_method: 'INSTANT',
      award: { kind: 'PERCENTAGE', rate: '10' },
      conditions: [{ kind: 'AMOUNT', minimum: '20.00' }],
    },
  },
]

const weekdayMornings = { days: [2, 3, 4, 5, 6], start_time: '08:00', end_time: '11:00' }

/** One of each further family, to begin from. */
export const MORE_TEMPLATES: readonly Template[] = [
  {
    name: 'happyHour',
    icon: 'clock',
    body: {
      name: named.happyHour.name,
      award: { kind: 'PERCENTAGE', rate: '10' },
      conditions: [{ kind: 'TIMINGS', timings: [weekdayMornings] }],
    },
  },
  {
    name: 'third',
    icon: 'box',
    body: {
      name: named.third.name,
      redeem_method: 'INSTANT',
      award: { kind: 'PRODUCT', quantity: '1', for_every: '3', pick: 'CHEAPEST', rate: '100' },
    },
  },
  {
    name: 'steps',
    icon: 'chart',
    body: {
      name: named.steps.name,
      award: {
        kind: 'STEPS',
        steps: [
          { from: '20', amount: '1.00' },
          { from: '50', amount: '5.00' },
        ],
      },
    },
  },
  {
    name: 'welcome',
    icon: 'person',
    body: {
      name: named.welcome.name,
      goal: 'MEMBERSHIP',
      type: 'SIGNUP',
      award: { kind: 'FIXED', amount: '5.00' },
    },
  },
  {
    name: 'birthday',
    icon: 'gift',
    body: {
      name: named.birthday.name,
      goal: 'MEMBERSHIP',
      type: 'GIFT',
      award: { kind: 'FIXED', amount: '5.00' },
      conditions: [{ kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'DAY' }],
    },
  },
  {
    name: 'friend',
    icon: 'people',
    body: {
      name: named.friend.name,
      goal: 'MEMBERSHIP',
      type: 'REFER',
      award: { kind: 'FIXED', amount: '5.00' },
      limits: { per_contact: { uses: 2, period: 'DAY' } },
    },
  },
  {
    name: 'together',
    icon: 'people',
    body: {
      name: named.together.name,
      award: { kind: 'FIXED', amount: '2.00' },
      progress: { of: 'AMOUNT', target: '1000', period: 'MONTH', per: 'EVERYONE', repeats: true },
    },
  },
  {
    name: 'lottery',
    icon: 'tag',
    body: {
      name: named.lottery.name,
      award: { kind: 'PERCENTAGE', rate: '100', cap: '50.00' },
      conditions: [{ kind: 'LOTTERY', one_in: 100 }],
    },
  },
]
