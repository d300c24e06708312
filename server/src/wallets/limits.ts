import { z } from 'zod'
import { type Refusal, refusal } from '../kit/error.ts'
import { display, money, sum, wireNumber } from '../kit/money.ts'
import { minorText } from '../kit/stored.ts'
import { DAY, later } from '../kit/time.ts'

/** Limits of wallets: rules over what was counted by the day. Pure; `limits.store.ts` reads and counts under the wallet's lock. */

export const LIMIT_PERIODS = ['DAILY', 'WEEKLY', 'MONTHLY'] as const
export type LimitPeriod = (typeof LIMIT_PERIODS)[number]

/** What a rule may be for: money spent or corrected away, given by hand, put in from outside, sent to another wallet. */
export const LIMITED_USES = ['DEBIT', 'CREDIT', 'TOP_UP', 'TRANSFER'] as const
export type LimitedUse = (typeof LIMITED_USES)[number]

export const limitRules = z.array(
  z.strictObject({
    name: z.string(),
    maximum_number: z.int().min(0).optional(),
    maximum_amount: minorText.optional(),
    period: z.enum(LIMIT_PERIODS),
    applies_for: z.array(z.enum(LIMITED_USES)).min(1),
  }),
)
export type StoredRules = z.infer<typeof limitRules>

export interface LimitRule {
  readonly name: string
  readonly period: LimitPeriod
  readonly appliesFor: readonly LimitedUse[]
  /** Undefined: any number, any amount. */
  readonly maximumNumber: number | undefined
  readonly maximumAmount: bigint | undefined
}

export function rulesOf(stored: unknown): readonly LimitRule[] {
  return limitRules.parse(stored).map((rule) => ({
    name: rule.name,
    period: rule.period,
    appliesFor: rule.applies_for,
    maximumNumber: rule.maximum_number,
    maximumAmount: rule.maximum_amount === undefined ? undefined : BigInt(rule.maximum_amount),
  }))
}

export function storedRules(rules: readonly LimitRule[]): StoredRules {
  return rules.map(({ name, period, appliesFor, maximumNumber, maximumAmount }) => ({
    name,
    period,
    applies_for: [...appliesFor],
    ...(maximumNumber !== undefined && { maximum_number: maximumNumber }),
    ...(maximumAmount !== undefined && { maximum_amount: maximumAmount.toString() }),
  }))
}

/** What a wallet did of one kind on one local day of its business. */
export interface WalletUse {
  readonly kind: LimitedUse
  readonly day: string
  readonly number: number
  readonly amount: bigint
}

export interface WalletLimits {
  readonly rules: readonly LimitRule[]
  /** Of the periods that the day is in. */
  readonly uses: readonly WalletUse[]
}

/** The first day of the period that the day is in; weeks begin on Monday. */
export function periodStart(period: LimitPeriod, day: string): string {
  if (period === 'DAILY') return day
  if (period === 'MONTHLY') return `${day.slice(0, 7)}-01`
  const date = new Date(`${day}T00:00:00Z`)
  return later(date, -((date.getUTCDay() + 6) % 7) * DAY)
    .toISOString()
    .slice(0, 10)
}

/** The first day that any rule may look at. */
export function firstCountedDay(day: string): string {
  const [week, month] = [periodStart('WEEKLY', day), periodStart('MONTHLY', day)]
  return week < month ? week : month
}

export interface Used {
  readonly number: number
  readonly amount: bigint
}

/** What counts against a rule on a day. */
export function usedOf(rule: LimitRule, uses: readonly WalletUse[], day: string): Used {
  const first = periodStart(rule.period, day)
  const counted = uses.filter(
    (use) => rule.appliesFor.includes(use.kind) && use.day >= first && use.day <= day,
  )
  return {
    number: counted.reduce((total, { number }) => total + number, 0),
    amount: sum(counted.map(({ amount }) => amount)),
  }
}

/** What one rule leaves: undefined, any number or amount; nothing of the amount once the number is used up. */
export interface RuleRoom {
  readonly rule: LimitRule
  readonly used: Used
  readonly number: number | undefined
  readonly amount: bigint | undefined
}

export function roomOf(rule: LimitRule, uses: readonly WalletUse[], day: string): RuleRoom {
  const used = usedOf(rule, uses, day)
  const { maximumNumber, maximumAmount } = rule
  const number = maximumNumber === undefined ? undefined : Math.max(0, maximumNumber - used.number)
  const amount = maximumAmount === undefined ? undefined : atLeastZero(maximumAmount - used.amount)
  return { rule, used, number, amount: number === 0 ? 0n : amount }
}

/** The rule that leaves one more use of the kind the least; undefined: none bounds its amount. */
export function tightestRoom(
  { rules, uses }: WalletLimits,
  kind: LimitedUse,
  day: string,
): (RuleRoom & { readonly amount: bigint }) | undefined {
  const rooms = rules
    .filter(({ appliesFor }) => appliesFor.includes(kind))
    .flatMap((rule) => {
      const room = roomOf(rule, uses, day)
      return room.amount === undefined ? [] : [{ ...room, amount: room.amount }]
    })
  const [first, ...others] = rooms
  return others.reduce((least, room) => (least && room.amount >= least.amount ? least : room), first)
}

function atLeastZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n
}

export const WalletLimitExceeded = refusal({
  name: 'WalletLimitExceeded',
  error: 'CRM.EXCEPTIONS.WALLETLIMITEXCEEDEDEXCEPTION',
  message: 'A limit of the wallet does not allow this.',
})

export interface Wanted {
  readonly kind: LimitedUse
  readonly day: string
  readonly amount: bigint
  readonly currency: string
}

/** Why the limits do not allow it, as a refusal to throw; undefined: they do. */
export function limitProblem(
  { rules, uses }: WalletLimits,
  { kind, day, amount, currency }: Wanted,
): Refusal | undefined {
  const room = rules
    .filter(({ appliesFor }) => appliesFor.includes(kind))
    .map((rule) => roomOf(rule, uses, day))
    .find(({ number, amount: left }) => number === 0 || (left !== undefined && left < amount))
  if (!room) return undefined
  const { rule, used, number, amount: left = 0n } = room
  const shown = (minor: bigint) => display(money(minor, currency))
  const so =
    number === 0
      ? `it was done ${used.number} times of ${rule.maximumNumber}`
      : `${shown(used.amount)} of ${shown(rule.maximumAmount ?? 0n)} are used`
  return WalletLimitExceeded({
    parameters: [rule.name, String(wireNumber(left, currency))],
    detail: `amount is ${shown(amount)}; "${rule.name}" (${rule.period}) allows ${shown(left)} more, because ${so}.`,
    fields: [
      {
        path: 'amount',
        code: 'limit',
        message: `amount is ${shown(amount)}; at most ${shown(left)} is allowed by "${rule.name}"`,
      },
    ],
  })
}
