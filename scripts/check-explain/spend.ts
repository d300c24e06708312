import { notBelowZero, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import type { Line, Outcome, StoredSpend } from './stored.ts'

export interface Spending {
  readonly spend: StoredSpend | undefined
  readonly lines: readonly Line[]
  readonly total: bigint
  /** What discounts took off each line. */
  readonly off: readonly bigint[]
  readonly requested: Outcome['requested']
}

/** What was taken from the wallet: parts and lines add up, within what was asked and what the goods still cost. */
export function checkSpend({ spend, lines, off, requested, ...purchase }: Spending, notes: Notes): void {
  if (!spend) return
  const { most, taken, parts } = spend
  const payable = purchase.total - total(off)
  const asked = spend.requested ?? payable
  if (requested !== undefined) notes.amount('spend.requested', asked, requested)
  notes.amount('spend.taken', taken, total(parts.map(({ amount }) => amount)))
  if (most > asked) notes.amount('spend.most', most, asked)
  if (taken > most) notes.amount('spend.taken', taken, most)
  checkBounds(spend, asked, notes)
  if (taken > payable) notes.amount('spend.taken', taken, payable)
  parts.forEach(({ amount, lines: paid }, index) => {
    const field = `spend.parts[${index}]`
    if (amount <= 0n) notes.wrong(`${field}.amount`, `${amount}`, 'above zero')
    if (paid.length !== lines.length) notes.text(`${field}.lines.length`, paid.length, lines.length)
    notes.amount(`${field}.amount`, amount, total(paid))
  })
  checkLines(spend, { lines, off, notes })
  spend.not_used.forEach(({ amount, because }, index) => {
    if (amount <= 0n) notes.wrong(`spend.not_used[${index}].amount`, `${amount}`, 'above zero')
    if (because === '') notes.wrong(`spend.not_used[${index}].because`, 'nothing', 'a reason')
  })
}

/** What kept it below what was asked is told, and nothing else did; what a merchant does not take is not taken. */
function checkBounds(
  { most, taken, bounds, below_minimum: below }: StoredSpend,
  asked: bigint,
  notes: Notes,
): void {
  if (bounds) notes.amount('spend.most', most, leastOf(asked, bounds))
  bounds?.forEach((bound, index) => {
    if (bound.most >= asked) notes.amount(`spend.bounds[${index}].most`, bound.most, asked)
    if (bound.because === '') notes.wrong(`spend.bounds[${index}].because`, 'nothing', 'a reason')
  })
  if (!below) return
  notes.amount('spend.taken', taken, 0n)
  if (below.seen >= below.needed) notes.amount('spend.below_minimum.seen', below.seen, below.needed)
}

function leastOf(asked: bigint, bounds: readonly { readonly most: bigint }[]): bigint {
  return bounds.reduce((least, { most }) => (most < least ? most : least), asked)
}

interface Around extends Pick<Spending, 'lines' | 'off'> {
  readonly notes: Notes
}

function checkLines({ parts }: StoredSpend, { lines, off, notes }: Around): void {
  lines.forEach(({ gross }, index) => {
    const paid = total(parts.map((part) => part.lines[index] ?? 0n))
    const room = notBelowZero(gross - (off[index] ?? 0n))
    if (paid > room) notes.amount(`spend.parts[].lines[${index}]`, paid, room)
    if (parts.some((part) => (part.lines[index] ?? 0n) < 0n)) {
      notes.wrong(`spend.parts[].lines[${index}]`, 'below zero', 'what was paid')
    }
  })
}

/** What spends paid of each line. */
export function paidBySpend(spend: StoredSpend | undefined, lines: readonly Line[]): bigint[] {
  return lines.map((_, index) => total((spend?.parts ?? []).map((part) => part.lines[index] ?? 0n)))
}
