import { atMost, notBelowZero, shared, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import { accumulated, checkProgress } from './progress.ts'
import { reckon } from './reckon.ts'
import type { StoredAward } from './stored.ts'
import { type Bought, checkUnits, worthOf } from './units.ts'

export const LEFT_TO_PAY = 'LEFT_TO_PAY'

/** One award: base, amount before and after limits, shares. Those of discounts depend on each other (discounts.ts). */
export function checkAward(award: StoredAward, bought: Bought, notes: Notes): void {
  const { bases, base, amount, shares, redeem, progress } = award
  const lines = bought.lines.length
  if (bases.length !== lines) notes.text('bases.length', bases.length, lines)
  if (shares.length !== lines) notes.text('shares.length', shares.length, lines)
  notes.amount('base', base, accumulated(progress) ?? total(bases))
  checkProgress(award, bought.lines, notes)
  checkUnits(award, bought, notes)
  notes.amount('reckoned', award.reckoned, recomputed(award, bought))
  checkLimit(award, notes)
  if (amount <= 0n) notes.wrong('amount', `${amount}`, 'above zero')
  if (redeem === 'INSTANT') return
  if (lines > 0) notes.amounts('shares', shares, shared(amount, weightsOf(award)))
  checkPaid(award, bought, notes)
}

function recomputed(award: StoredAward, bought: Bought): bigint {
  const { rule, base, times, billed } = award
  const worth = worthOf(award, bought)
  if (billed === undefined) return reckon(rule, { base, times, worth })
  // A part of a split bill earns what the bill so far earns, less what its parts before earned.
  return reckon(rule, { base: billed + base, times, worth }) - reckon(rule, { base: billed, times, worth })
}

/** What shares are by: the lines' bases, or what the given pieces cost. */
export function weightsOf({ bases, units }: StoredAward): bigint[] {
  if (!units) return bases.map(notBelowZero)
  return bases.map((_, index) =>
    total(
      units
        .filter(({ line }) => line === index + 1)
        .map(({ base, taken, of }) => (of > 0n ? (base * taken) / of : 0n)),
    ),
  )
}

function checkLimit({ limit, reckoned, amount }: StoredAward, notes: Notes): void {
  if (!limit) {
    notes.amount('amount', amount, reckoned)
    return
  }
  if (limit.name.includes('USES')) {
    notes.wrong('limit.name', limit.name, 'a limit in money: one of uses refuses the whole award')
  } else if (limit.name === LEFT_TO_PAY) {
    notes.amount('amount', amount, limit.most)
    if (amount + limit.used > reckoned) notes.amount('limit.used', limit.used, reckoned - amount)
  } else notes.amount('amount', amount, atMost(reckoned, notBelowZero(limit.most - limit.used)))
  if (amount >= reckoned) notes.wrong('limit', limit.name, 'none: the amount is what was reckoned')
}

/** Reward money never earns reward money: no line earns on more than was paid for it otherwise. */
function checkPaid({ bases }: StoredAward, { lines, paid, discount }: Bought, notes: Notes): void {
  const worth = total(lines.map(({ gross }) => gross))
  const isPlain = lines.every(({ gross, net }) => gross >= net && net >= 0n)
  if (!isPlain || worth <= 0n) return
  // With the till's discount added back every line costs more by the same factor; each line is rounded once.
  const rounding = BigInt(lines.length)
  bases.forEach((base, index) => {
    const left = (lines[index]?.gross ?? 0n) - (paid[index] ?? 0n)
    const most = (left * (worth + notBelowZero(discount))) / worth + rounding
    if (base > most) notes.amount(`bases[${index}]`, base, left)
  })
}
