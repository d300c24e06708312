import type { Entry } from './books.ts'
import { notBelowZero, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import type { Line, Outcome, StoredRedeem, StoredSpend } from './stored.ts'

export interface Redeeming {
  readonly redeem: StoredRedeem | undefined
  readonly spend: StoredSpend | undefined
  readonly lines: readonly Line[]
  /** What discounts took off each line. */
  readonly off: readonly bigint[]
  readonly outcome: Outcome
  readonly entries: readonly Entry[]
  /** Of the row. */
  readonly booked: bigint
}

/**
 * Commerce money that became open money: parts and lines add up, each line lets through what it costs and no more, with what commerce
 * money paid of it, and every part is out of the one lot and in the other.
 */
export function checkRedeem(redeeming: Redeeming, notes: Notes): void {
  const { redeem, outcome, booked } = redeeming
  const parts = redeem?.parts ?? []
  notes.amount('redeem', booked, redeem?.taken ?? 0n)
  notes.text('outcome.redeems.length', outcome.redeems.length, parts.length)
  checkEntries(redeeming, notes)
  if (!redeem) return
  notes.amount('redeem.taken', redeem.taken, total(parts.map(({ amount }) => amount)))
  if (redeem.taken > redeem.most) notes.amount('redeem.taken', redeem.taken, redeem.most)
  if (redeem.requested !== null && redeem.most > redeem.requested)
    notes.amount('redeem.most', redeem.most, redeem.requested)
  parts.forEach(({ lot, to, amount, lines }, index) => {
    const field = `redeem.parts[${index}]`
    const told = outcome.redeems[index]
    if (amount <= 0n) notes.wrong(`${field}.amount`, `${amount}`, 'above zero')
    notes.amount(`${field}.amount`, amount, total(lines))
    notes.text(`outcome.redeems[${index}].from`, told?.from, lot)
    notes.text(`outcome.redeems[${index}].lot`, told?.lot, to)
    notes.amount(`outcome.redeems[${index}].amount`, told?.amount ?? 0n, amount)
    notes.amounts(`outcome.redeems[${index}].lines`, told?.lines ?? [], lines)
  })
  checkLines(redeeming, parts, notes)
}

function checkLines({ lines, off, spend }: Redeeming, parts: StoredRedeem['parts'], notes: Notes): void {
  const commerce = (spend?.parts ?? []).filter(({ pool }) => pool !== null)
  lines.forEach(({ gross }, index) => {
    const through = total([...parts, ...commerce].map((part) => part.lines[index] ?? 0n))
    const room = notBelowZero(gross - (off[index] ?? 0n))
    if (through > room) notes.amount(`redeem.parts[].lines[${index}]`, through, room)
  })
}

function checkEntries({ redeem, entries }: Redeeming, notes: Notes): void {
  const parts = redeem?.parts ?? []
  const [out, into] = ['REDEEM_OUT', 'REDEEM_IN'].map((kind) => entries.filter((each) => each.kind === kind))
  notes.text('transfers REDEEM_OUT', out?.length ?? 0, parts.length)
  notes.text('transfers REDEEM_IN', into?.length ?? 0, parts.length)
  for (const { lot, to, amount } of parts) {
    const amountOf = (all: readonly Entry[] | undefined, id: string) =>
      total((all ?? []).filter((entry) => entry.lot === id).map((entry) => entry.amount))
    notes.amount(`transfer REDEEM_OUT of lot ${lot}`, amountOf(out, lot), amount)
    notes.amount(`transfer REDEEM_IN of lot ${to}`, amountOf(into, to), amount)
  }
}
