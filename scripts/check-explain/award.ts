import { atMost, notBelowZero, shared, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import { accumulated, checkProgress } from './progress.ts'
import { reckon, sumOf } from './reckon.ts'
import type { StoredAward } from './stored.ts'
import { type Bought, checkUnits, type Worths, worthsOf } from './units.ts'

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
  notes.amount('reckoned', award.reckoned, recomputed(award, worthsOf(award, bought)[0]))
  checkLimit(award, notes)
  if (amount <= 0n) notes.wrong('amount', `${amount}`, 'above zero')
  if (redeem === 'INSTANT') return
  if (lines > 0) checkShares(shares, sharesOf(award, bought), notes)
  checkPaid(award, bought, notes)
}

function recomputed({ rule, base, times, billed }: StoredAward, worths: Worths): bigint {
  const worth = sumOf(worths)
  if (billed === undefined) return reckon(rule, { base, times, worth })
  // A part of a split bill earns what the bill so far earns, less what its parts before earned.
  return reckon(rule, { base: billed + base, times, worth }) - reckon(rule, { base: billed, times, worth })
}

export type Share = (amount: bigint, weights: readonly bigint[]) => bigint[]

/** The shares by the lines' bases, or by what the given pieces cost; where their exact prices are in doubt, by each. */
export function sharesOf(
  award: StoredAward,
  bought: Bought,
  share: Share = shared,
): readonly [bigint[], ...bigint[][]] {
  const [first, ...others] = worthsOf(award, bought)
  const sharesBy = (worths: Worths) => share(award.amount, weightsOf(award, worths))
  return [sharesBy(first), ...others.map(sharesBy)]
}

function weightsOf({ bases, units }: StoredAward, worths: Worths): bigint[] {
  if (!units) return bases.map(notBelowZero)
  const under = worths.reduce((product, each) => product * each.under, 1n)
  return bases.map((_, index) =>
    total(worths.map((each, at) => (units[at]?.line === index + 1 ? (each.over * under) / each.under : 0n))),
  )
}

/** Notes shares that none of the possible ones are. */
export function checkShares(
  stored: readonly bigint[],
  [first, ...others]: readonly [bigint[], ...bigint[][]],
  notes: Notes,
): void {
  const isSame = (shares: readonly bigint[]) => shares.every((share, index) => share === stored[index])
  if (!others.some(isSame)) notes.amounts('shares', stored, first)
}

function checkLimit({ limit, reckoned, amount }: StoredAward, notes: Notes): void {
  if (!limit) {
    notes.amount('amount', amount, reckoned)
    return
  }
  if (limit.name.includes('USES')) {
    notes.wrong('limit.name', limit.name, 'a limit in money: one of uses refuses the whole award')
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
