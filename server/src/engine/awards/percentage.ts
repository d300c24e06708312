import { z } from 'zod'
import { invalidField } from '../../kit/error.ts'
import { display, money, shareOf } from '../../kit/money.ts'
import { readPositiveMinor } from '../../kit/reading.ts'
import { minorText } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { award } from '../award.ts'
import { ifSent } from '../translator.ts'
import { moneyIn, PLAIN, percentIn } from '../words/voice.ts'

const kind = z.literal('PERCENTAGE')
// The rate is held in hundredths of a percent.
const RATE_DIGITS = 2
export const HUNDRED_PERCENT = 10_000n

/** A percentage of what qualifies, rounded half up once, at most the cap. */
export const percentage = award({
  kind: 'PERCENTAGE',
  settings: z.strictObject({
    kind,
    basis_points: z.int().min(1).max(Number(HUNDRED_PERCENT)),
    cap: minorText.optional(),
  }),
  body: z.strictObject({
    kind,
    rate: wire.decimal.meta({ description: 'Percent, such as 7.5; at most two decimals.' }),
    cap: wire.decimal.optional().meta({ description: 'Most that one purchase is awarded.' }),
  }),
  reply: z.object({ kind, rate: z.number(), cap: wire.amount.optional() }),
  fromWire: ({ kind, rate, cap }, { minor, path }) => ({
    kind,
    basis_points: readRate(path('rate'), rate),
    cap: ifSent(cap, (text) => minor('cap', text)),
  }),
  toWire: ({ kind, basis_points, cap }, { decimal }) => ({
    kind,
    rate: basis_points / 100,
    cap: ifSent(cap, decimal),
  }),
  says: ({ basis_points, cap }, voice, way) => {
    const most = ifSent(cap, (minor) => moneyIn(voice, minor))
    return voice.words.awards.percentage(percentIn(voice, basis_points), way, most)
  },
  bound: ({ basis_points, cap }) =>
    cap === undefined
      ? { of: 'SHARE', basisPoints: BigInt(basis_points) }
      : { of: 'AMOUNT', minor: BigInt(cap) },
  compile: ({ basis_points, cap }) => {
    const rate = BigInt(basis_points)
    const most = ifSent(cap, BigInt)
    return ({ base }) => ({ amount: capped(shareOf(base, rate, HUNDRED_PERCENT), most) })
  },
  formula: ({ basis_points, cap }, { base }, currency) => {
    const exact = shareOf(base, BigInt(basis_points), HUNDRED_PERCENT)
    const says = `${percent(basis_points)} of ${display(money(base, currency))}`
    return saysCapped(says, { exact, cap, currency })
  },
})

/**
 * Reads percent as clients write it ("7.5") into hundredths of a percent; refuses what is not more than 0 and
 * at most 100.
 */
export function readRate(path: string, rate: string): number {
  const basisPoints = readPositiveMinor(path, rate, RATE_DIGITS)
  if (basisPoints > HUNDRED_PERCENT) throw invalidField(path, rate, 'at most 100 percent is given')
  return Number(basisPoints)
}

export function capped(exact: bigint, most: bigint | undefined): bigint {
  return most === undefined || exact < most ? exact : most
}

interface Cap {
  readonly exact: bigint
  readonly cap?: string | undefined
  readonly currency: string
}

/** The formula, and the cap where it takes something away. */
export function saysCapped(formula: string, { exact, cap, currency }: Cap): string {
  const amount = capped(exact, ifSent(cap, BigInt))
  return amount < exact ? `${formula}, capped at ${display(money(amount, currency))}` : formula
}

/** Hundredths of a percent as people write them: "7.5 %". */
export function percent(basisPoints: number): string {
  return percentIn(PLAIN, basisPoints)
}
