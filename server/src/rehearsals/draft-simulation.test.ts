import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBought, anyOffer, type Bought } from '../../test/any.ts'
import { offer } from '../../test/offers-in-words.ts'
import { street } from '../../test/street.ts'
import { indexOffers } from '../engine/index.ts'
import { type ContactId, idOf } from '../kit/id.ts'
import { least } from '../kit/money.ts'
import { draftSimulation } from './draft-simulation.ts'
import type { PastPurchase } from './replay-history.ts'
import { type Replayed, simulation } from './simulate.ts'

// LAWS_RUNS=100000 for a long run; LAWS_SEED repeats one that failed.
const RUNS = Number(process.env.LAWS_RUNS ?? 10_000)
const SEED = Number(process.env.LAWS_SEED ?? 1)

const TENANT = 1
const { tiers } = street.known
const CONTACTS = ['a', 'b', 'c'].map((name) => idOf<ContactId>(`0000000${name}-0000-7000-8000-000000000000`))

interface Step {
  readonly bought: Bought
  readonly by: number
  readonly isPaidInFull: boolean
  /** A part of the bill of one table. */
  readonly isPart: boolean
  /** Goods for so much come back after it, of this purchase before it; nothing: none. */
  readonly back: { readonly of: number; readonly goods: bigint; readonly isVoid: boolean } | null
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  bought: anyBought,
  by: fc.nat(CONTACTS.length - 1),
  isPaidInFull: fc.integer({ min: 0, max: 9 }).map((each) => each === 0),
  isPart: fc.integer({ min: 0, max: 2 }).map((each) => each === 0),
  back: fc.option(
    fc.record({ of: fc.nat(5), goods: fc.bigInt({ min: 1n, max: 3_000n }), isVoid: fc.boolean() }),
    { freq: 3 },
  ),
})

const purchaseOf = ({ bought, by, isPaidInFull, isPart }: Step, place: number): PastPurchase => ({
  id: `purchase ${place}`,
  decided: BigInt(place),
  basket: {
    ...bought.basket,
    contact: CONTACTS[by] ?? bought.basket.contact,
    ...(isPart && { bill: { reference: 'TABLE', total: 50_000n } }),
  },
  isPaidInFull,
  comesBack: true,
  spent: bought.paid,
  awarded: [],
})

const given = (awards: readonly { readonly offer: unknown; readonly amount: bigint }[]) =>
  awards
    .map(({ offer: of, amount }) => `${typeof of === 'string' ? of : (of as { id: string }).id} ${amount}`)
    .sort()

/**
 * Why the draft gives nothing. Among all offers it is not looked at where another is better; where a discount rules out its whole
 * group, the best of that group may be named as well as the discount.
 */
function refusedBy(draft: string, { refused }: Replayed): string | undefined {
  const because = refused.find(({ offer: each }) => each.offer.id === draft)?.because
  return because === 'BETTER_OFFER' || because === 'EXCLUSIVE_GROUP' ? 'RIVAL' : because
}

test(
  'a history is judged once for both sides of a draft, and comes out as if it were judged twice',
  () => {
    const anyDraft = fc.record({
      others: fc.array(anyOffer(), { minLength: 1, maxLength: 7 }),
      draft: anyOffer(),
      runs: fc.option(anyOffer(), { freq: 3 }),
      steps: fc.array(anyStep, { minLength: 4, maxLength: 9 }),
      place: fc.nat(7),
    })
    let awarded = 0
    fc.assert(
      fc.property(anyDraft, ({ others: words, draft: drafted, runs, steps, place }) => {
        const others = words.map((text, index) => offer(text, index < place ? index : index + 1))
        const draft = offer(drafted, place)
        const running = runs === null ? undefined : offer(runs, place)
        const both = draftSimulation({ tenant: TENANT, tiers, others, running, draft })
        const plainly = (own: typeof draft | undefined) =>
          simulation({ tenant: TENANT, tiers, offers: indexOffers(own ? [...others, own] : others) })
        const [without, changed] = [plainly(running), plainly(draft)]
        steps.forEach((step, at) => {
          const purchase = purchaseOf(step, at)
          const found = both.judge(purchase)
          const wanted = { without: without.judge(purchase), with: changed.judge(purchase) }
          expect(given(found.without.awards)).toEqual(given(wanted.without.awards))
          expect(given(found.with.awards)).toEqual(given(wanted.with.awards))
          const reason = refusedBy(draft.offer.id, wanted.with)
          if (reason) expect(refusedBy(draft.offer.id, found.with)).toBe(reason)
          awarded += given(found.with.awards).some((each) => each.startsWith(draft.offer.id)) ? 1 : 0
          if (!step.back) return
          const { of, isVoid } = step.back
          const most = steps[of]?.bought.basket.total ?? 0n
          // Nobody gives back more than it was worth.
          if (most <= 0n) return
          const goods = least(step.back.goods, most)
          const back = { purchase: `purchase ${of}`, decided: BigInt(at), isVoid, goods }
          const taken = both.takeBack(back)
          expect(given(taken.without)).toEqual(given(without.takeBack(back)))
          expect(given(taken.with)).toEqual(given(changed.takeBack(back)))
        })
      }),
      { numRuns: Math.ceil(RUNS / 20), seed: SEED },
    )
    expect(awarded).toBeGreaterThan(RUNS / 40)
  },
  60_000 + RUNS * 20,
)
