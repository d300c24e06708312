import { minorDigits } from '../kit/currency.ts'
import { InvalidState, invalidField, missingField } from '../kit/error.ts'
import { display, money } from '../kit/money.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { carriesMoney, type PassPlan, type PlanTerms, type PlanValue } from './pass-plan.ts'

/** What a request says of a plan's money. */
export interface SentMoney {
  readonly value_type?: 'FIXED' | 'VARIABLE' | undefined
  readonly value?: string | undefined
  readonly minimum_value?: string | undefined
  readonly maximum_value?: string | undefined
}

/** The value with the change applied; a plan for promotions has none, one for money always has one. */
export function changedValue(
  plan: Pick<PassPlan, 'classification'>,
  { before, sent, currency }: { before: PlanTerms['value']; sent: SentMoney; currency: string },
): PlanValue | undefined {
  const named = Object.entries(sent).find(([, value]) => value !== undefined)
  if (!carriesMoney(plan)) {
    if (!named) return undefined
    throw invalidField(named[0], String(named[1]), 'passes of a PROMOTION plan carry no money')
  }
  const type = sent.value_type ?? (sent.value === undefined ? (before?.type ?? 'VARIABLE') : 'FIXED')
  if (type === 'FIXED') return fixedValue(before, sent, currency)
  if (sent.value !== undefined) {
    throw invalidField('value', sent.value, 'with VARIABLE each pass has its own; leave it out')
  }
  return variableValue(before, sent, currency)
}

function fixedValue(before: PlanTerms['value'], sent: SentMoney, currency: string): PlanValue {
  for (const path of ['minimum_value', 'maximum_value'] as const) {
    if (sent[path] !== undefined) throw invalidField(path, sent[path], 'with FIXED all passes have one value')
  }
  if (sent.value !== undefined) {
    return { type: 'FIXED', amount: readPositiveMinor('value', sent.value, minorDigits(currency)).toString() }
  }
  if (before?.type === 'FIXED') return before
  throw missingField('value', 'what each pass of the plan is worth')
}

function variableValue(before: PlanTerms['value'], sent: SentMoney, currency: string): PlanValue {
  const old = before?.type === 'VARIABLE' ? before : undefined
  const read = (path: 'minimum_value' | 'maximum_value', was: string | undefined) =>
    sent[path] === undefined ? was : readPositiveMinor(path, sent[path], minorDigits(currency)).toString()
  const minimum = read('minimum_value', old?.minimum)
  const maximum = read('maximum_value', old?.maximum)
  if (minimum !== undefined && maximum !== undefined && BigInt(minimum) > BigInt(maximum)) {
    const shown = display(money(BigInt(minimum), currency))
    throw invalidField('minimum_value', shown, 'it may not be above maximum_value')
  }
  return {
    type: 'VARIABLE',
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  }
}

/** What a new pass of the plan carries; undefined: no money. */
export function valueOfPass(plan: PassPlan, sent: string | undefined, currency: string): bigint | undefined {
  const { value } = plan.terms
  if (!carriesMoney(plan) || !value) {
    if (sent === undefined) return undefined
    throw invalidField('pass_value', sent, `passes of "${plan.name}" carry no money`)
  }
  const amount = sent === undefined ? undefined : readPositiveMinor('pass_value', sent, minorDigits(currency))
  if (value.type === 'FIXED') {
    const fixed = BigInt(value.amount)
    if (amount === undefined || amount === fixed) return fixed
    throw outside(amount, currency, { least: fixed, most: fixed })
  }
  if (amount === undefined) throw missingField('pass_value', `each pass of "${plan.name}" has its own value`)
  const least = BigInt(value.minimum ?? '1')
  const most = value.maximum === undefined ? undefined : BigInt(value.maximum)
  if (amount < least || (most !== undefined && amount > most))
    throw outside(amount, currency, { least, most })
  return amount
}

function outside(
  amount: bigint,
  currency: string,
  { least, most }: { readonly least: bigint; readonly most: bigint | undefined },
): Error {
  const shown = (minor: bigint) => display(money(minor, currency))
  const needed =
    least === most
      ? `passes of the plan carry ${shown(least)}`
      : `at least ${shown(least)}${most === undefined ? '' : ` and at most ${shown(most)}`} is needed`
  return invalidField('pass_value', shown(amount), needed)
}

/** Money is put into one wallet once: a code for everybody, or one that may be used again, would give it twice. */
export function requireOnce(plan: PassPlan): void {
  if (!carriesMoney(plan)) return
  const { pass_code_type: type, maximum_usage: most } = plan.terms
  if (type === 'SINGLE' && most === 1) return
  throw InvalidState({
    parameters: ['pass_plan', plan.code],
    detail: `Passes of "${plan.name}" carry money: pass_code_type must be SINGLE and maximum_usage 1.`,
  })
}
