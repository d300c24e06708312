import type { Report } from '../check-explain/check.ts'
import { linesOf } from '../check-explain/print.ts'
import { isProved, type Proof } from './prove.ts'
import type { Rehearsal } from './rehearse.ts'
import { type Tally, text } from './send.ts'
import type { Totals } from './totals.ts'
import type { Undone } from './undo.ts'

export interface Verified {
  readonly holds: boolean
  readonly checks: readonly {
    readonly name: string
    readonly looked_at: number
    readonly broken: readonly string[]
  }[]
}

export interface Outcome {
  readonly tally: Tally
  /** Of the baskets alone, and of all before them. */
  readonly seconds: number
  readonly setUpSeconds: number
  readonly sentAgain: { readonly requests: number; readonly different: number }
  readonly totals: Totals
  readonly oddities: readonly (readonly [string, number])[]
  readonly verified: Verified
  readonly checked: Report
  readonly rehearsed: Rehearsal
  readonly undone: Undone
  /** After the returns and voids, as is what was verified and checked. */
  readonly proofs: readonly Proof[]
}

export function isSound({ verified, checked, sentAgain, rehearsed, proofs }: Outcome): boolean {
  const isSame = sentAgain.different === 0 && rehearsed.different === 0
  return verified.holds && checked.holds && isSame && proofs.every(isProved)
}

export function figuresOf(outcome: Outcome) {
  const { tally, seconds, setUpSeconds, verified, checked, sentAgain, rehearsed, undone, proofs } = outcome
  const latencies = tally.latencies.toSorted((a, b) => a - b)
  const at = (share: number) =>
    Number((latencies[Math.floor((latencies.length - 1) * share)] ?? 0).toFixed(1))
  return {
    purchases: tally.sent,
    answered_before: tally.replayed,
    awarded: text(tally.awardedCents),
    spent: text(tally.spentCents),
    purchases_with_spend: tally.spends,
    set_up_seconds: Number(setUpSeconds.toFixed(1)),
    seconds: Number(seconds.toFixed(1)),
    per_second: Math.round(tally.sent / seconds),
    p50_ms: at(0.5),
    p99_ms: at(0.99),
    sent_again: sentAgain.requests,
    answered_otherwise: sentAgain.different,
    judged_again: rehearsed.purchases,
    awarded_otherwise: rehearsed.different,
    judged_again_per_second: Math.round(rehearsed.purchases / rehearsed.seconds),
    returned: undone.returned,
    returned_in_whole: undone.inWhole,
    return_calls: undone.returns,
    voided: undone.voided,
    undone_seconds: Number(undone.seconds.toFixed(1)),
    awards_taken_back: text(undone.awardBackCents),
    spends_given_back: text(undone.spendBackCents),
    debt_made: text(undone.debtCents),
    reports: `${proofs.filter(isProved).length} of ${proofs.length} figures equal the books`,
    verify: verified.holds ? 'holds' : 'BROKEN',
    explanations: checked.holds ? 'hold' : 'DIFFER',
  }
}

export function print(outcome: Outcome): void {
  const { totals, oddities, verified, checked, rehearsed, proofs } = outcome
  for (const [name, value] of Object.entries(figuresOf(outcome))) console.log(`${name.padEnd(22)} ${value}`)
  console.log('\nwhat was changed, left out or odd')
  for (const [what, count] of oddities) console.log(`  ${String(count).padStart(7)} ${what}`)
  console.log('\nawards by offer')
  for (const { code, awards, cents } of totals.offers) {
    console.log(`  ${code.padEnd(22)} ${String(awards).padStart(7)} ${text(cents).padStart(10)}`)
  }
  const { live, fired, awards, cents } = totals.coupons
  const coupons = `coupons, ${fired} of ${live}`
  console.log(`  ${coupons.padEnd(22)} ${String(awards).padStart(7)} ${text(cents).padStart(10)}`)
  console.log('\nreports, and the same from the books')
  for (const each of proofs) {
    const { what, reported, inBooks } = each
    console.log(
      `  ${isProved(each) ? '✓' : '✗'} ${what.padEnd(60)} ${reported.padStart(12)} ${inBooks.padStart(12)}`,
    )
  }
  console.log('\nledger/verify')
  for (const { name, looked_at, broken } of verified.checks) {
    console.log(`  ${broken.length === 0 ? '✓' : '✗'} ${name} (${looked_at} looked at)`)
    for (const line of broken) console.log(`      ${line}`)
  }
  if (rehearsed.different > 0) {
    console.log('\nawarded otherwise when judged again')
    for (const each of rehearsed.differences) console.log(`  ${JSON.stringify(each)}`)
  }
  console.log('\ncheck:explain')
  for (const line of linesOf(checked)) console.log(`  ${line}`)
}
