import { z } from 'zod'
import { invalidField } from '../../kit/error.ts'
import { display, least, money, shareOf } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { award, type Bound, basisPointsOf, UNBOUNDED } from '../award.ts'
import { ifSent, type Translator } from '../translator.ts'
import { moneyIn, percentIn, type Voice } from '../words/voice.ts'
import type { Way } from '../words/words.ts'
import { HUNDRED_PERCENT, percent, readRate, saysCapped } from './percentage.ts'

const kind = z.literal('STEPS')
const MOST_STEPS = 20

const storedStep = z.strictObject({
  from: minorText,
  amount: minorText.optional(),
  basis_points: z.int().min(1).max(Number(HUNDRED_PERCENT)).optional(),
  cap: minorText.optional(),
})
type Step = z.output<typeof storedStep>

const sentStep = z
  .strictObject({
    from: wire.decimal.meta({ description: 'The step is reached with exactly so much; 0 for any purchase.' }),
    amount: wire.decimal.optional(),
    rate: wire.decimal.optional().meta({ description: 'Percent, such as 7.5; at most two decimals.' }),
    cap: wire.decimal.optional().meta({ description: 'With a rate: most that one purchase is awarded.' }),
  })
  .refine(({ amount, rate }) => (amount === undefined) !== (rate === undefined), {
    error: 'send the amount or the rate',
  })
  .refine(({ rate, cap }) => rate !== undefined || cap === undefined, {
    error: 'only a rate has a cap',
    path: ['cap'],
  })

/** The more is spent, the more comes back: an amount or a percentage by the highest step that is reached. */
export const steps = award({
  kind: 'STEPS',
  settings: z.strictObject({ kind, steps: z.array(storedStep).min(1).max(MOST_STEPS) }),
  body: z.strictObject({ kind, steps: z.array(sentStep).min(1).max(MOST_STEPS) }),
  reply: z.object({
    kind,
    steps: z.array(
      z.object({
        from: wire.amount,
        amount: wire.amount.optional(),
        rate: z.number().optional(),
        cap: wire.amount.optional(),
      }),
    ),
  }),
  fromWire: ({ kind, steps }, translator) => {
    const read = steps.map((step, index) => readStep(step, translator.at(`steps[${index}]`)))
    read.forEach(({ from }, index) => {
      const before = read[index - 1]
      if (before === undefined || BigInt(from) > BigInt(before.from)) return
      const needed = `more than ${steps[index - 1]?.from}, the step before it, is needed`
      throw invalidField(translator.path(`steps[${index}].from`), steps[index]?.from ?? '', needed)
    })
    read.forEach((step, index) => {
      const before = read[index - 1]
      const from = BigInt(step.from)
      if (before === undefined || givenFor(step, from) >= givenFor(before, from)) return
      const field = step.amount === undefined ? 'rate' : 'amount'
      const sent = steps[index]?.[field] ?? ''
      const needed = `at least what the step before it gives for ${steps[index]?.from}, or who spends more gets less`
      throw invalidField(translator.path(`steps[${index}].${field}`), sent, needed)
    })
    return { kind, steps: read }
  },
  toWire: ({ kind, steps }, { decimal }) => ({
    kind,
    steps: steps.map(({ from, amount, basis_points, cap }) => ({
      from: decimal(from),
      amount: ifSent(amount, decimal),
      rate: ifSent(basis_points, (points) => points / 100),
      cap: ifSent(cap, decimal),
    })),
  }),
  says: ({ steps }, voice, way) => steps.map((step) => saysStep(step, voice, way)).join(', '),
  bound: ({ steps }) => boundOf(steps),
  compile: ({ steps }) => {
    const highestFirst = steps.toReversed().map((step) => ({ step, from: BigInt(step.from) }))
    return ({ base }) => {
      const reached = highestFirst.find(({ from }) => from <= base)
      return { amount: reached ? givenFor(reached.step, base) : 0n }
    }
  },
  formula: ({ steps }, { base }, currency) => {
    const show = (minor: bigint) => display(money(minor, currency))
    const step = steps.findLast(({ from }) => BigInt(from) <= base)
    if (!step) return `nothing for ${show(base)}`
    if (step.amount !== undefined) return `${show(givenFor(step, base))} for ${show(base)}`
    const exact = givenFor({ ...step, cap: undefined }, base)
    return saysCapped(`${percent(step.basis_points ?? 0)} of ${show(base)}`, { ...step, exact, currency })
  },
  next: ({ steps }, base) => {
    const next = steps.find(({ from }) => BigInt(from) > base)
    return next && BigInt(next.from) - base
  },
})

/** What a step gives for a base that reaches it. */
function givenFor({ amount, basis_points = 0, cap }: Step, base: bigint): bigint {
  if (amount !== undefined) return BigInt(amount)
  const exact = shareOf(base, BigInt(basis_points), HUNDRED_PERCENT)
  return cap === undefined ? exact : least(exact, BigInt(cap))
}

function readStep({ from, amount, rate, cap }: z.output<typeof sentStep>, translator: Translator): Step {
  const { minor, path } = translator
  return {
    from: NOTHING.test(from) ? '0' : minor('from', from),
    amount: ifSent(amount, (text) => minor('amount', text)),
    basis_points: ifSent(rate, (text) => readRate(path('rate'), text)),
    cap: ifSent(cap, (text) => minor('cap', text)),
  }
}

/** The first step may begin at zero, which no other amount of an offer may be. */
const NOTHING = /^0+(\.0+)?$/

function saysStep({ from, amount, basis_points = 0, cap }: Step, voice: Voice, way: Way): string {
  const show = (minor: string) => moneyIn(voice, minor)
  const given =
    amount === undefined
      ? { rate: percentIn(voice, basis_points), cap: ifSent(cap, show) }
      : { amount: show(amount) }
  return voice.words.awards.step(given, way, from === '0' ? undefined : show(from))
}

/**
 * An amount for all, unless a rate without a cap makes it a share; an amount is at most its share of its own
 * step.
 */
function boundOf(steps: readonly Step[]): Bound {
  const amounts = steps.flatMap(({ amount, cap }) => amount ?? cap ?? []).map(BigInt)
  if (amounts.length === steps.length) return { of: 'AMOUNT', minor: largest(amounts) }
  const isOfAnything = steps.some(({ from, amount }) => from === '0' && amount !== undefined)
  if (isOfAnything) return UNBOUNDED
  const shares = steps.map(({ from, amount, basis_points = 0 }) =>
    amount === undefined ? BigInt(basis_points) : basisPointsOf(BigInt(amount), BigInt(from)),
  )
  return { of: 'SHARE', basisPoints: largest(shares) }
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((most, each) => (each > most ? each : most), 0n)
}
