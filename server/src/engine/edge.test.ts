import { describe, expect, test } from 'vitest'
import { plainTranslator } from '../../test/plain-translator.ts'
import { organisation, stored } from '../../test/words.ts'
import { Refusal } from '../kit/error.ts'
import { awardBody, awardReply, awardSettings, readAward, showAward } from './awards/index.ts'
import {
  conditionBody,
  conditionReply,
  conditionSettings,
  readCondition,
  showCondition,
} from './conditions/index.ts'

// What clients write, what is stored of it, and what they read back.

const named = (id: string, name: string) => ({ id, code: name, name })
const milk = [{ type: 'SKU', code: 'milk' }] as const

describe('a condition', () => {
  const read = (sent: object) =>
    readCondition(conditionBody.parse(sent), plainTranslator().at('conditions[1]'))

  test.each`
    kind                 | sent                                                         | kept
    ${'SEGMENTS'}        | ${{ any_of: [' vip ', 'vip', 'press'], none_of: ['staff'] }} | ${{ any_of: ['vip', 'press'], none_of: ['staff'] }}
    ${'CLASSIFICATIONS'} | ${{ classifications: ['DINE_IN', 'DINE_IN'] }}               | ${{ classifications: ['DINE_IN'] }}
    ${'CHANNELS'}        | ${{ channels: ['online', 'ONLINE', 'Pos'] }}                 | ${{ channels: ['ONLINE', 'POS'] }}
    ${'PAYMENT'}         | ${{ mediums: ['4532'], tenders: ['cash'] }}                  | ${{ mediums: ['4532'], tenders: ['CASH'] }}
    ${'OCCASION'}        | ${{ occasion: 'BIRTHDAY' }}                                  | ${{ occasion: 'BIRTHDAY', during: 'DAY' }}
    ${'OCCASION'}        | ${{ occasion: 'NAME_DAY', days_before: '3', days_after: 0 }} | ${{ occasion: 'NAME_DAY', during: 'DAY', days_before: 3, days_after: 0 }}
    ${'OCCASION'}        | ${{ occasion: 'BIRTHDAY', during: 'MONTH' }}                 | ${{ occasion: 'BIRTHDAY', during: 'MONTH' }}
    ${'LOTTERY'}         | ${{ one_in: '100' }}                                         | ${{ one_in: 100 }}
  `('$kind is kept as it is meant, and read back so', ({ kind, sent, kept }) => {
    const settings = read({ kind, ...sent })
    expect(settings).toEqual({ kind, ...kept })
    expect(conditionSettings.parse(settings)).toEqual(settings)
    expect(conditionReply.parse(showCondition(settings, plainTranslator()))).toEqual(settings)
  })

  test.each`
    kind               | sent                                                                        | kept                                                                    | shown
    ${'BUNDLE'}        | ${{ items: [{ products: milk, quantity: '1.5' }] }}                         | ${{ items: [{ products: milk, quantity: '15000' }], repeats: false }}   | ${{ items: [{ products: milk, quantity: 1.5 }], repeats: false }}
    ${'BUNDLE'}        | ${{ items: [{ products: milk, quantity: 2 }], repeats: 'true' }}            | ${{ items: [{ products: milk, quantity: '20000' }], repeats: true }}    | ${{ items: [{ products: milk, quantity: 2 }], repeats: true }}
    ${'TIERS'}         | ${{ tiers: [{ code: 'gold' }] }}                                            | ${{ tiers: [stored('tier', 'gold')], or_above: false, reached: false }} | ${{ tiers: [named(stored('tier', 'gold').id, 'gold')], or_above: false, reached: false }}
    ${'PASS'}          | ${{ pass_plans: [{ code: 'summer' }] }}                                     | ${{ pass_plans: [stored('pass_plan', 'summer')] }}                      | ${{ pass_plans: [named(stored('pass_plan', 'summer').id, 'summer')] }}
    ${'ORGANISATIONS'} | ${{ organisations: [{ code: 'Corner' }] }}                                  | ${{ organisations: [{ id: organisation('Corner'), name: 'Corner' }] }}  | ${{ organisations: [named(organisation('Corner'), 'Corner')] }}
    ${'MEMBER_SINCE'}  | ${{ within_days: 30 }}                                                      | ${{ within_days: 30 }}                                                  | ${{ within_days: 30 }}
    ${'MEMBER_SINCE'}  | ${{ from: '2026-01-01T00:00:00Z', before: 1_800_000_000 }}                  | ${{ from: Date.UTC(2026, 0), before: 1_800_000_000_000 }}               | ${{ from: Date.UTC(2026, 0) / 1_000, before: 1_800_000_000 }}
    ${'AMOUNT'}        | ${{ minimum: 10, maximum: '20.50' }}                                        | ${{ minimum: '1000', maximum: '2050' }}                                 | ${{ minimum: 10, maximum: 20.5 }}
    ${'PRODUCTS'}      | ${{ products: [{ type: 'PRODUCT', code: ' milk ' }], minimum_quantity: 2 }} | ${{ products: milk, minimum_quantity: '20000' }}                        | ${{ products: milk, minimum_quantity: 2 }}
    ${'TIMINGS'}       | ${{ timings: [{ day: '2', start_time: '08:00' }] }}                         | ${{ timings: [{ days: [2], start_time: '08:00' }] }}                    | ${{ timings: [{ days: [2], start_time: '08:00' }] }}
  `('$kind is stored exactly and shown in units of the wire', ({ kind, sent, kept, shown }) => {
    const settings = read({ kind, ...sent })
    expect(settings).toEqual({ kind, ...kept })
    expect(conditionSettings.parse(settings)).toEqual(settings)
    expect(conditionReply.parse(showCondition(settings, plainTranslator()))).toEqual({ kind, ...shown })
  })

  test.each`
    sent                                                                           | path
    ${{ kind: 'BUNDLE', items: [] }}                                               | ${'items'}
    ${{ kind: 'BUNDLE', items: [{ products: [], quantity: 1 }] }}                  | ${'items.0.products'}
    ${{ kind: 'SEGMENTS' }}                                                        | ${''}
    ${{ kind: 'SEGMENTS', any_of: [] }}                                            | ${'any_of'}
    ${{ kind: 'TIERS', tiers: [] }}                                                | ${'tiers'}
    ${{ kind: 'TIERS', tiers: [{ code: 'gold' }], or_above: true, reached: true }} | ${'or_above'}
    ${{ kind: 'CLASSIFICATIONS', classifications: [' '] }}                         | ${'classifications.0'}
    ${{ kind: 'CHANNELS', channels: [] }}                                          | ${'channels'}
    ${{ kind: 'PAYMENT' }}                                                         | ${''}
    ${{ kind: 'PAYMENT', mediums: ['453'] }}                                       | ${'mediums.0'}
    ${{ kind: 'PAYMENT', mediums: ['453212345678'] }}                              | ${'mediums.0'}
    ${{ kind: 'PAYMENT', mediums: ['4532 12'] }}                                   | ${'mediums.0'}
    ${{ kind: 'PASS', pass_plans: [{ id: 'a', code: 'b' }] }}                      | ${'pass_plans.0'}
    ${{ kind: 'OCCASION', occasion: 'SIGN_UP' }}                                   | ${'occasion'}
    ${{ kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'WEEK', days_before: 1 }}  | ${'days_before'}
    ${{ kind: 'OCCASION', occasion: 'BIRTHDAY', during: 'MONTH', days_after: 0 }}  | ${'days_after'}
    ${{ kind: 'OCCASION', occasion: 'BIRTHDAY', days_after: 31 }}                  | ${'days_after'}
    ${{ kind: 'MEMBER_SINCE' }}                                                    | ${''}
    ${{ kind: 'MEMBER_SINCE', within_days: 0 }}                                    | ${'within_days'}
    ${{ kind: 'MEMBER_SINCE', within_days: 3_651 }}                                | ${'within_days'}
    ${{ kind: 'LOTTERY', one_in: 1 }}                                              | ${'one_in'}
    ${{ kind: 'LOTTERY', one_in: 1_000_001 }}                                      | ${'one_in'}
    ${{ kind: 'LOTTERY', one_in: 10, odds: 1 }}                                    | ${''}
    ${{ kind: 'RAFFLE' }}                                                          | ${'kind'}
  `('is refused by its schema at "$path": $sent', ({ sent, path }) => {
    const { error } = conditionBody.safeParse(sent)
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })

  test.each`
    sent                                                                    | path
    ${{ kind: 'BUNDLE', items: [{ products: milk, quantity: 1 }, { products: milk, quantity: 0 }] }} | ${'conditions[1].items[1].quantity'}
    ${{ kind: 'BUNDLE', items: [{ products: milk, quantity: '0.00001' }] }} | ${'conditions[1].items[0].quantity'}
    ${{ kind: 'AMOUNT', minimum: 10, maximum: 9.99 }}                       | ${'conditions[1].maximum'}
    ${{ kind: 'PRODUCTS', products: milk, minimum_amount: '1.001' }}        | ${'conditions[1].minimum_amount'}
    ${{ kind: 'MEMBER_SINCE', from: 2_000, before: 2_000 }}                 | ${'conditions[1].before'}
  `('is refused where it says what makes no sense, at $path', ({ sent, path }) => {
    expect(pathsOf(() => read(sent))).toEqual([path])
  })

  test.each([
    { kind: 'TIERS', tiers: [{ code: 'nowhere' }] },
    { kind: 'PASS', pass_plans: [{ code: 'nowhere' }] },
    { kind: 'ORGANISATIONS', organisations: [{ code: 'nowhere' }] },
  ])('of $kind that names what there is not is refused', (sent) => {
    expect(() => read(sent)).toThrow('"nowhere"')
  })
})

describe('an award', () => {
  const read = (sent: object) => readAward(awardBody.parse(sent), plainTranslator().at('award'))

  test.each`
    kind            | sent                                                                                  | kept
    ${'PERCENTAGE'} | ${{ rate: '7.5', cap: 3 }}                                                            | ${{ basis_points: 750, cap: '300' }}
    ${'FIXED'}      | ${{ amount: 2.5 }}                                                                    | ${{ amount: '250' }}
    ${'PER_AMOUNT'} | ${{ amount: '1.00', every: 10, cap: '5' }}                                            | ${{ amount: '100', every: '1000', cap: '500' }}
    ${'STEPS'} | ${{ steps: [{ from: '0.0', rate: 1 }, { from: 10, amount: 2 }, { from: 50, rate: '7.25', cap: 9 }] }} | ${{ steps: [{ from: '0', basis_points: 100 }, { from: '1000', amount: '200' }, { from: '5000', basis_points: 725, cap: '900' }] }}
    ${'PRODUCT'}    | ${{}}                                                                                 | ${{ quantity: '10000', pick: 'CHEAPEST', basis_points: 10_000 }}
    ${'PRODUCT'}    | ${{ products: milk, quantity: 1, for_every: '3', pick: 'DEAREST', rate: 50, cap: 4 }} | ${{ products: milk, quantity: '10000', for_every: '30000', pick: 'DEAREST', basis_points: 5_000, cap: '400' }}
    ${'PRODUCT'}    | ${{ quantity: 3, for_every: 3 }}                                                      | ${{ quantity: '30000', for_every: '30000', pick: 'CHEAPEST', basis_points: 10_000 }}
  `('$kind is stored exactly, and what is shown can be sent again', ({ kind, sent, kept }) => {
    const settings = read({ kind, ...sent })
    expect(settings).toEqual({ kind, ...kept })
    expect(awardSettings.parse(settings)).toEqual(settings)
    const shown = awardReply.parse(showAward(settings, plainTranslator()))
    expect(read(shown)).toEqual(settings)
  })

  test.each`
    sent                                                            | path
    ${{ kind: 'STEPS', steps: [] }}                                 | ${'steps'}
    ${{ kind: 'STEPS', steps: [{ from: 10 }] }}                     | ${'steps.0'}
    ${{ kind: 'STEPS', steps: [{ from: 10, amount: 1, rate: 1 }] }} | ${'steps.0'}
    ${{ kind: 'STEPS', steps: [{ from: 10, amount: 1, cap: 1 }] }}  | ${'steps.0.cap'}
    ${{ kind: 'PER_AMOUNT', amount: 1 }}                            | ${'every'}
    ${{ kind: 'PRODUCT', pick: 'NEWEST' }}                          | ${'pick'}
    ${{ kind: 'PRODUCT', products: [] }}                            | ${'products'}
  `('is refused by its schema at $path: $sent', ({ sent, path }) => {
    const { error } = awardBody.safeParse(sent)
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path)
  })

  test.each`
    sent                                                      | path
    ${{ kind: 'PERCENTAGE', rate: 0 }}                        | ${'award.rate'}
    ${{ kind: 'PERCENTAGE', rate: '100.01' }}                 | ${'award.rate'}
    ${{ kind: 'PER_AMOUNT', amount: 0, every: 10 }}           | ${'award.amount'}
    ${{ kind: 'PER_AMOUNT', amount: 1, every: '0.00' }}       | ${'award.every'}
    ${{ kind: 'PER_AMOUNT', amount: 1, every: 10, cap: -1 }}  | ${'award.cap'}
    ${{ kind: 'STEPS', steps: [{ from: -1, amount: 1 }] }}    | ${'award.steps[0].from'}
    ${{ kind: 'STEPS', steps: [{ from: 1, amount: 0 }] }}     | ${'award.steps[0].amount'}
    ${{ kind: 'STEPS', steps: [{ from: 1, rate: '1.005' }] }} | ${'award.steps[0].rate'}
    ${{ kind: 'STEPS', steps: [{ from: 1, amount: 1 }, { from: 1, rate: 1 }] }} | ${'award.steps[1].from'}
    ${{ kind: 'STEPS', steps: [{ from: 2, amount: 1 }, { from: 1, rate: 1 }] }} | ${'award.steps[1].from'}
    ${{ kind: 'PRODUCT', quantity: 0 }}                       | ${'award.quantity'}
    ${{ kind: 'PRODUCT', quantity: 3, for_every: 2 }}         | ${'award.for_every'}
    ${{ kind: 'PRODUCT', rate: 101 }}                         | ${'award.rate'}
  `('is refused where it says what makes no sense, at $path: $sent', ({ sent, path }) => {
    expect(pathsOf(() => read(sent))).toEqual([path])
  })
})

function pathsOf(attempt: () => unknown): string[] {
  try {
    attempt()
  } catch (error) {
    if (error instanceof Refusal) return (error.facts.fields ?? []).map(({ path }) => path)
    throw error
  }
  return []
}
