import type { z } from 'zod'
import { checkAward } from './award.ts'
import { checkBooks, type Entry } from './books.ts'
import { decimal, digitsOf, total } from './decimal.ts'
import { checkDiscounts } from './discounts.ts'
import { checkNearMisses } from './near-misses.ts'
import { type Mismatch, type Notes, notesOf, type Subject } from './notes.ts'
import { checkRedeem } from './redeem.ts'
import { checkRefusals } from './refusals.ts'
import { checkSpend, paidBySpend } from './spend.ts'
import { type Explanation, explanationIn, type Line, storedLines, storedOutcome } from './stored.ts'

/** A purchase, or an award for something else than a purchase, as it is stored. */
export interface Row extends Subject {
  readonly isPaidInFull: boolean
  readonly currency: string
  readonly total: bigint
  readonly discount: bigint
  readonly award: bigint
  readonly redeem: bigint
  readonly spend: bigint
  readonly lines: unknown
  readonly outcome: unknown
  readonly explain: unknown
  readonly entries: readonly Entry[]
}

/** What one row was looked at for. */
export interface Looked {
  readonly awards: number
  readonly spends: number
  readonly refusals: number
  readonly compared: number
  readonly nearMisses: number
  readonly entries: number
}

const NOTHING: Looked = { awards: 0, spends: 0, refusals: 0, compared: 0, nearMisses: 0, entries: 0 }

/** Recomputes a row from its explanation and notes what differs. */
export function checkRow(row: Row, note: (mismatch: Mismatch) => void): Looked {
  const digits = digitsOf(row.currency)
  const { tenant, of, id, reference } = row
  const notes = notesOf({ subject: { tenant, of, id, reference }, digits, note })
  const explained = read(explanationIn(digits), { field: 'explain', value: row.explain }, notes)
  const lines = read(storedLines, { field: 'lines', value: row.lines }, notes)
  const outcome = read(storedOutcome, { field: 'outcome', value: row.outcome }, notes)
  if (!explained || !lines || !outcome) return NOTHING

  if (of === 'purchase') checkGoods(row, lines, notes)
  notes.text('explain.currency', explained.currency, row.currency)
  const off = checkDiscounts(explained.awards, { ...row, lines, paid: [] }, notes)
  checkAwards(explained, { row, lines, off }, notes)
  checkSpend({ spend: explained.spend, lines, off, total: row.total, requested: outcome.requested }, notes)
  checkBooks(explained, { ...row, outcome }, notes)
  const { redeem, spend } = explained
  checkRedeem({ redeem, spend, lines, off, outcome, entries: row.entries, booked: row.redeem }, notes)
  const compared = checkRefusals(explained, notes)
  checkNearMisses(explained, { digits, lines: lines.length }, notes)
  return {
    awards: explained.awards.length,
    spends: explained.spend?.parts.length ?? 0,
    refusals: explained.refused.length,
    compared,
    nearMisses: explained.near_misses.length,
    entries: row.entries.length,
  }
}

function checkGoods({ total: paid, currency }: Row, lines: readonly Line[], notes: Notes): void {
  const sum = total(lines.map(({ gross }) => gross))
  if (sum !== paid) notes.wrong('total', decimal(paid, digitsOf(currency)), decimal(sum, digitsOf(currency)))
}

interface Judged {
  readonly row: Row
  readonly lines: readonly Line[]
  readonly off: readonly bigint[]
}

function checkAwards({ awards, spend }: Explanation, { row, lines, off }: Judged, notes: Notes): void {
  const spent = paidBySpend(spend, lines)
  // A contact who pays in full earns in full; discounts are judged before anything is paid.
  const paid = lines.map((_, index) => (row.isPaidInFull ? 0n : (off[index] ?? 0n) + (spent[index] ?? 0n)))
  for (const award of awards) {
    const bought = { lines, paid: award.redeem === 'INSTANT' ? [] : paid, discount: row.discount }
    checkAward(award, bought, notes.about(award.offer))
  }
}

interface Stored {
  readonly field: string
  readonly value: unknown
}

/** undefined: it does not even have the form, which is noted with the place. */
function read<Schema extends z.ZodType>(
  schema: Schema,
  { field, value }: Stored,
  notes: Notes,
): z.output<Schema> | undefined {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  for (const { path, message } of result.error.issues) {
    const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
    notes.wrong(`${field}${place}`, JSON.stringify(valueAt(value, path)) ?? 'nothing', message)
  }
  return undefined
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, part) => (typeof found === 'object' && found !== null ? Reflect.get(found, part) : undefined),
    value,
  )
}
