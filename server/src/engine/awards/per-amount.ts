import { z } from 'zod'
import { display, money } from '../../kit/money.ts'
import { minorText, positiveDigits } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { award, basisPointsOf } from '../award.ts'
import { ifSent } from '../translator.ts'
import { moneyIn } from '../words/voice.ts'
import { capped, saysCapped } from './percentage.ts'

const kind = z.literal('PER_AMOUNT')

/** So much for every full so much that is spent, such as 1.00 for every 10.00; at most the cap. */
export const perAmount = award({
  kind: 'PER_AMOUNT',
  settings: z.strictObject({ kind, amount: minorText, every: positiveDigits, cap: minorText.optional() }),
  body: z.strictObject({
    kind,
    amount: wire.decimal,
    every: wire.decimal.meta({ description: 'Only what is full counts: 29.99 has two full 10.00.' }),
    cap: wire.decimal.optional().meta({ description: 'Most that one purchase is awarded.' }),
  }),
  reply: z.object({ kind, amount: wire.amount, every: wire.amount, cap: wire.amount.optional() }),
  fromWire: ({ kind, amount, every, cap }, { minor }) => ({
    kind,
    amount: minor('amount', amount),
    every: minor('every', every),
    cap: ifSent(cap, (text) => minor('cap', text)),
  }),
  toWire: ({ kind, amount, every, cap }, { decimal }) => ({
    kind,
    amount: decimal(amount),
    every: decimal(every),
    cap: ifSent(cap, decimal),
  }),
  says: ({ amount, every, cap }, voice, way) => {
    const show = (minor: string) => moneyIn(voice, minor)
    return voice.words.awards.perAmount(
      { amount: show(amount), every: show(every), cap: ifSent(cap, show) },
      way,
    )
  },
  bound: ({ amount, every, cap }) =>
    cap === undefined
      ? { of: 'SHARE', basisPoints: basisPointsOf(BigInt(amount), BigInt(every)) }
      : { of: 'AMOUNT', minor: BigInt(cap) },
  compile: ({ amount, every, cap }) => {
    const [each, whole, most] = [BigInt(amount), BigInt(every), ifSent(cap, BigInt)]
    return ({ base }) => ({ amount: capped(fullIn(base, whole) * each, most) })
  },
  formula: ({ amount, every, cap }, { base }, currency) => {
    const full = fullIn(base, BigInt(every))
    const each = BigInt(amount)
    const show = (minor: bigint) => display(money(minor, currency))
    return saysCapped(`${full} times ${show(each)} for ${show(base)}`, { exact: full * each, cap, currency })
  },
  next: ({ amount, every, cap }, base) => {
    const full = fullIn(base, BigInt(every))
    const isCapped = cap !== undefined && full * BigInt(amount) >= BigInt(cap)
    return isCapped ? undefined : (full + 1n) * BigInt(every) - base
  },
})

function fullIn(base: bigint, every: bigint): bigint {
  return base > 0n ? base / every : 0n
}
