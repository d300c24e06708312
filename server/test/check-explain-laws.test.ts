import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mismatch } from '../../scripts/check-explain/notes.ts'
import { checkRow, type Row } from '../../scripts/check-explain/row.ts'
import { indexOffers, nearMisses, sharesOf, sharesTogether } from '../src/engine/index.ts'
import { sum } from '../src/kit/money.ts'
import { explain } from '../src/purchases/explain.ts'
import { anyBought, anyCounters, anyOffer, type Bought } from './any.ts'
import { type Checkout, checkout, offer } from './words.ts'

// LAWS_RUNS=100000 for a long run; LAWS_SEED repeats one that failed.
const RUNS = Number(process.env.LAWS_RUNS ?? 1_000)
const SEED = Number(process.env.LAWS_SEED ?? 1)

const offers = fc.sample(anyOffer(), { numRuns: 120, seed: SEED }).map(offer)

/** A checkout as its purchase would be stored, with one lot that pays all that is spent. */
function rowOf({ basket }: Bought, { discounts, awards, judgement, input }: Checkout): Row {
  const off = sharesTogether(discounts, basket.lines.length)
  const spent = basket.lines.map((_, line) => (input.paid[line] ?? 0n) - (off[line] ?? 0n))
  const taken = sum(spent)
  const part = {
    lot: 'spent',
    pool: null,
    amount: Number(taken) / 100,
    lines: spent.map((each) => Number(each) / 100),
  }
  const all = [...discounts, ...awards]
  const explained = explain(
    {
      basket,
      discounts,
      awards,
      refused: judgement.refused,
      nearMisses: nearMisses(indexOffers(offers), input, judgement),
      explainedSpend:
        taken === 0n
          ? undefined
          : { requested: part.amount, most: part.amount, taken: part.amount, parts: [part], not_used: [] },
    },
    offers.length,
  )
  return {
    tenant: 1,
    of: 'purchase',
    id: 'bought',
    reference: undefined,
    isPaidInFull: false,
    currency: basket.currency,
    total: basket.total,
    discount: basket.discount,
    award: sum(all.map(({ amount }) => amount)),
    redeem: 0n,
    spend: taken + sum(discounts.map(({ amount }) => amount)),
    lines: stored(basket.lines),
    outcome: stored({
      awards: all.map((award, lot) => ({
        offer: { id: award.offer.id, version: award.offer.version },
        amount: award.amount,
        lot: `${lot}`,
        shares: sharesOf(award),
      })),
      spends: [
        ...discounts.map((discount, lot) => ({
          method: 'INSTANT',
          lot: `${lot}`,
          amount: discount.amount,
          lines: sharesOf(discount),
        })),
        ...(taken === 0n ? [] : [{ method: 'ON_REQUEST', lot: 'spent', amount: taken, lines: spent }]),
      ],
    }),
    explain: stored(explained),
    entries: [
      ...all.map(({ offer: { id, version }, amount }, lot) => ({
        journal: 'bought',
        kind: 'AWARD',
        amount,
        lot: `${lot}`,
        lotAmount: amount,
        lotOffer: id,
        lotVersion: version,
        lotJournal: 'bought',
      })),
      ...discounts.map(({ amount }, lot) => entry(amount, `${lot}`)),
      ...(taken === 0n ? [] : [entry(taken, 'spent')]),
    ],
  }
}

function entry(amount: bigint, lot: string): Row['entries'][number] {
  const nothing = { lotAmount: undefined, lotOffer: undefined, lotVersion: undefined, lotJournal: undefined }
  return { journal: 'bought', kind: 'SPEND', amount, lot, ...nothing }
}

/** Through JSON, as the database keeps it. */
function stored(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? Number(each) : each)))
}

const shown = ({ offer, field, stored, recomputed }: Mismatch) => {
  const terms = offers.find((each) => each.offer.id === offer)?.offer.terms.name
  return `${terms}: ${field} is stored as ${stored}, recomputed ${recomputed}`
}

test(
  'whatever is bought under whatever offers, every amount follows from its explanation',
  () => {
    const index = indexOffers(offers)
    let awards = 0
    fc.assert(
      fc.property(anyBought, (bought) => {
        const counters = anyCounters(offers, bought.basket)
        // The wallet pays nothing where discounts of the till stand as lines of their own: which line it pays is then the plan's work.
        const paid = bought.basket.lines.some(({ gross }) => gross < 0n) ? [] : bought.paid
        const row = rowOf(bought, checkout(index, bought.basket, { paid, counters }))
        const wrong: Mismatch[] = []
        awards += checkRow(row, (mismatch) => wrong.push(mismatch)).awards
        expect(wrong.filter(({ field }) => !field.startsWith('refused')).map(shown)).toEqual([])
      }),
      { numRuns: RUNS, seed: SEED },
    )
    expect(awards).toBeGreaterThan(RUNS)
  },
  60_000 + RUNS * 10,
)
