import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../kit/id.ts'
import type { PurchaseDetails, StoredLine, StoredOutcome } from '../purchases/index.ts'
import type { HistoryRow } from './history.store.ts'
import { bytesOf, pageOfBytes } from './packed-bytes.ts'
import { namedOn, type PastRow, packPage, unpackPage } from './packed-history.ts'
import { skimOutcome } from './skim-outcome.ts'
import { textListener, textTeller } from './told-texts.ts'

const guid = fc.constantFrom(...Array.from({ length: 12 }, () => newId<string>()))
const amount = fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.constantFrom(0, 1, 999_999_999_999_999))
/** What would lead a search for names astray, if it could stand in a text as it is. */
const name = fc.oneof(
  fc.string(),
  fc.constantFrom(
    '"spends":[]',
    '{"offer":{"id":"00000000-0000-7000-8000-000000000000"',
    '"amount":7',
    '"luck":3',
    ']}]',
    '\\',
    '"',
  ),
)

const pool = fc.record({ id: guid, name })
const award = fc.record({
  offer: fc.record({ id: guid, name, version: fc.nat(9) }),
  amount,
  pool,
  lot: guid,
  available: fc.nat(),
  shares: fc.array(amount, { maxLength: 3 }),
})
const spendOf = (lines: number) =>
  fc.record({
    method: fc.constantFrom('ON_REQUEST' as const, 'AUTO_SPEND' as const, 'INSTANT' as const),
    lot: guid,
    pool: fc.option(pool, { nil: undefined }),
    amount,
    lines: fc.array(fc.nat(500), { minLength: lines, maxLength: lines }),
  })

const outcomeOf = (lines: number): fc.Arbitrary<StoredOutcome> =>
  fc.record({
    awards: fc.array(award, { maxLength: 4 }),
    spends: fc.oneof(fc.constant([]), fc.array(spendOf(lines), { maxLength: 3 })),
    requested: fc.option(amount, { nil: undefined }),
    luck: fc.option(
      fc.maxSafeNat().map((luck) => luck % 2 ** 48),
      { nil: undefined },
    ),
    numbers: fc.constant({}),
  })

const line: fc.Arbitrary<StoredLine> = fc
  .record({
    sku: fc.string({ maxLength: 5 }),
    family: fc.option(fc.constantFrom('dairy', 'bakery'), { nil: null }),
    brand: fc.option(fc.string({ maxLength: 3 }), { nil: null }),
    type: fc.option(fc.constantFrom('food', ''), { nil: null }),
    quantity: fc.integer({ min: -30_000, max: 90_000 }),
    gross: fc.integer({ min: -500, max: 90_000 }),
    net: fc.integer({ min: -500, max: 90_000 }),
    tax: fc.constant(0),
  })
  .chain((each) => fc.constantFrom(each, { ...each, earns: false as const }))
  .chain((each) => fc.constantFrom(each, { ...each, leads: 'LATTE' }, { ...each, leads: each.sku }))

const details = fc.option(
  fc.record(
    {
      channel: fc.constantFrom('POS', ''),
      payment_medium_identifier: fc.string({ maxLength: 6 }),
      pass: fc.string({ maxLength: 4 }),
      bill: fc.record({ reference: fc.string({ maxLength: 3 }), total: amount.map(String) }),
      tender: fc.array(fc.oneof(fc.record({ type: fc.constantFrom('cash', 'CARD') }), fc.anything()), {
        maxLength: 2,
      }),
    },
    { requiredKeys: [] },
  ),
  { nil: null },
)

interface Stored {
  readonly row: HistoryRow
  readonly lines: readonly StoredLine[]
  readonly details: PurchaseDetails
  readonly outcome: StoredOutcome
}

const stored: fc.Arbitrary<Stored> = fc
  .record({ lines: fc.array(line, { maxLength: 4 }), details })
  .chain(({ lines, details }) =>
    fc
      .record({
        outcome: outcomeOf(lines.length),
        ids: fc.record({ id: guid, contact: guid, merchant: guid }),
        others: fc.record({
          venue_id: fc.option(guid, { nil: null }),
          classification_id: fc.option(guid, { nil: null }),
          reduction_method: fc.constantFrom('FRONT_END', 'BACK_END'),
          currency: fc.constantFrom('EUR', 'JPY'),
          total: amount.map(BigInt),
          discount: fc.option(amount.map(BigInt), { nil: null }),
          date: fc.integer({ min: 0, max: 2 ** 42 }).map((at) => new Date(at)),
          claimed_at: fc.option(
            fc.integer({ min: 0, max: 2 ** 42 }).map((at) => new Date(at)),
            { nil: null },
          ),
          decided: fc.bigInt({ min: 0n, max: 2n ** 53n - 1n }),
        }),
      })
      .map(({ outcome, ids: { id, contact, merchant }, others }) => ({
        lines,
        details: JSON.parse(JSON.stringify(details ?? {})),
        outcome,
        row: {
          ...others,
          id,
          contact_id: contact,
          merchant_id: merchant,
          lines: JSON.stringify(lines),
          details: details && JSON.stringify(details),
          outcome: JSON.stringify(outcome),
        },
      })),
  )

describe('an outcome that is skimmed', () => {
  test('says what it says when it is parsed, whatever is in its names', () => {
    fc.assert(
      fc.property(outcomeOf(2), fc.constantFrom(undefined, 1), (outcome, indent) => {
        const awards = outcome.awards.map(({ offer, amount }) => ({ offer: offer.id, amount }))
        const { spends, luck }: StoredOutcome = JSON.parse(JSON.stringify(outcome))
        expect(skimOutcome(JSON.stringify(outcome, undefined, indent))).toEqual({ awards, spends, luck })
      }),
      { numRuns: 5_000, seed: 1 },
    )
  })
})

describe('a packed history', () => {
  test('is unpacked as it was stored, page after page, also when texts are forgotten in between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(stored, { maxLength: 4 }), { maxLength: 4 }),
        fc.nat(20),
        (pages, most) => {
          const [tell, listen] = [textTeller(most), textListener()]
          const told = pages.map((page) => {
            const bytes = bytesOf(packPage(page.map(({ row }) => row)))
            return listen(tell(pageOfBytes(bytes)))
          })
          // Pages come ahead of their turn.
          for (const [index, page] of told.entries()) {
            expect([...unpackPage(page)]).toEqual(pages[index]?.map(plainly))
          }
        },
      ),
      { numRuns: 1_000, seed: 1 },
    )
  })

  test('names a text once, however many purchases name it', () => {
    const [{ row } = fail()] = fc.sample(stored, { numRuns: 1, seed: 1 })
    const page = packPage([row, row])
    expect(page.texts.filter((text) => text === row.merchant_id)).toHaveLength(1)
    expect(namedOn(page).contacts).toEqual([row.contact_id])
  })

  test('tells a text with the first page that names it alone', () => {
    const rows = fc.sample(stored, { numRuns: 2, seed: 1 }).map(({ row }) => row)
    const tell = textTeller()
    expect(tell(packPage(rows)).texts).toContain(rows[0]?.merchant_id)
    expect(tell(packPage(rows)).texts).toEqual([])
  })
})

function fail(): never {
  throw new Error('a sample has one')
}

/** What should come of a row, said without any packing. */
function plainly({ row, lines, details, outcome }: Stored): PastRow {
  const paidOn = (line: number) =>
    outcome.spends.reduce(
      (all, { method, lines }) => all + (method === 'INSTANT' ? 0 : (lines[line] ?? 0)),
      0,
    )
  const isPaid = outcome.spends.some(({ method }) => method !== 'INSTANT')
  return {
    id: row.id,
    decided: row.decided,
    isPaidInFull: row.reduction_method === 'BACK_END',
    contact: row.contact_id as PastRow['contact'],
    merchant: row.merchant_id as PastRow['merchant'],
    venue: (row.venue_id ?? undefined) as PastRow['venue'],
    classification: (row.classification_id ?? undefined) as PastRow['classification'],
    currency: row.currency,
    total: row.total,
    discount: row.discount ?? 0n,
    date: row.date,
    claimedAt: row.claimed_at ?? undefined,
    channel: details.channel,
    paymentMedium: details.payment_medium_identifier,
    pass: details.pass,
    bill: details.bill && { reference: details.bill.reference, total: BigInt(details.bill.total) },
    luck: outcome.luck,
    tenders: (details.tender ?? []).flatMap((each) => {
      const type = typeof each === 'object' && each !== null && 'type' in each ? each.type : undefined
      return typeof type === 'string' ? [type.toUpperCase()] : []
    }),
    lines: lines.map(({ sku, leads, family, brand, type, quantity, gross, net, earns }) => ({
      sku,
      ...(leads === undefined ? {} : { leadsTo: leads }),
      family,
      brand,
      type,
      quantity: BigInt(quantity),
      gross: BigInt(gross),
      net: BigInt(net),
      earns: earns !== false,
    })),
    spent: isPaid ? lines.map((_, line) => BigInt(paidOn(line))) : [],
    awarded: outcome.awards.map(({ offer, amount }) => ({ offer: offer.id, amount: BigInt(amount) })),
  }
}
