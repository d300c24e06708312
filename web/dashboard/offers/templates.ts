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
