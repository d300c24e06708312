import { z } from 'zod'
import { QUANTITY_DIGITS, RATE_DIGITS, unitsOf } from './decimal.ts'

// What a row must hold to be checked, read anew from its JSON: decimals become whole units, and what is no such number is told
// with its place.

const scaled = (digits: number) =>
  z.number().transform((value, context): bigint => {
    const units = unitsOf(value, digits)
    if (units !== undefined) return units
    context.addIssue(`a number with at most ${digits} decimals is needed`)
    return z.NEVER
  })

const rate = scaled(RATE_DIGITS)
const quantity = scaled(QUANTITY_DIGITS)
const count = scaled(0)

function ruleOf(amount: ReturnType<typeof scaled>) {
  const cap = amount.optional()
  const step = z.object({ from: amount, amount: amount.optional(), rate: rate.optional(), cap })
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('PERCENTAGE'), rate, cap }),
    z.object({ kind: z.literal('FIXED'), amount }),
    z.object({ kind: z.literal('PER_AMOUNT'), amount, every: amount, cap }),
    z.object({ kind: z.literal('STEPS'), steps: z.array(step) }),
    z.object({
      kind: z.literal('PRODUCT'),
      quantity,
      for_every: quantity.optional(),
      pick: z.string(),
      rate,
      cap,
    }),
  ])
}

function progressOf(amount: ReturnType<typeof scaled>) {
  const rest = { granted: count, due: count, repeats: z.boolean(), on_accumulated: z.boolean() }
  const goal = <Of extends string>(of: Of, unit: ReturnType<typeof scaled>) =>
    z.object({ of: z.literal(of), target: unit, before: unit, added: unit, ...rest })
  return z.discriminatedUnion('of', [
    goal('AMOUNT', amount),
    goal('VISITS', count),
    goal('QUANTITY', quantity),
  ])
}

function awardOf(amount: ReturnType<typeof scaled>) {
  return z.object({
    offer: z.string().min(1),
    version: z.int(),
    redeem: z.literal('INSTANT').optional(),
    base: amount,
    bases: z.array(amount),
    rule: ruleOf(amount),
    says: z.string().min(1),
    times: count.default(1n),
    progress: progressOf(amount).optional(),
    billed: amount.optional(),
    units: z.array(z.object({ line: z.int(), taken: quantity, of: quantity, base: amount })).optional(),
    reckoned: amount,
    limit: z.object({ name: z.string(), used: amount, most: amount }).optional(),
    amount,
    shares: z.array(amount),
  })
}

const refused = z.object({
  offer: z.string().min(1),
  version: z.int(),
  condition: z.string(),
  seen: z.string(),
  needed: z.string(),
})

function explanationOf(digits: number) {
  const amount = scaled(digits)
  return z.object({
    currency: z.string(),
    luck: z.int().optional(),
    awards: z.array(awardOf(amount)),
    refused: z.array(refused),
    near_misses: z
      .array(
        z.object({
          offer: z.string().min(1),
          says: z.string(),
          add: z.union([z.object({ amount }), z.object({ quantity })]),
          line: z.int().nullable(),
          amount,
        }),
      )
      .default([]),
    not_concerned: z.int(),
    more_refused: z.int(),
    spend: z
      .object({
        // null: as much as possible
        requested: amount.nullable(),
        most: amount,
        taken: amount,
        // what was below it; left out by versions that did not tell
        bounds: z.array(z.object({ because: z.string(), most: amount })).optional(),
        below_minimum: z.object({ seen: amount, needed: amount }).optional(),
        parts: z.array(
          z.object({ lot: z.string(), amount, lines: z.array(amount), pool: z.string().nullable() }),
        ),
        not_used: z.array(z.object({ amount, because: z.string() })),
      })
      .optional(),
    redeem: z
      .object({
        requested: amount.nullable(),
        most: amount,
        taken: amount,
        parts: z.array(z.object({ lot: z.string(), to: z.string(), amount, lines: z.array(amount) })),
      })
      .optional(),
  })
}

const explanations = new Map<number, ReturnType<typeof explanationOf>>()

export function explanationIn(digits: number): ReturnType<typeof explanationOf> {
  const known = explanations.get(digits)
  if (known) return known
  const made = explanationOf(digits)
  explanations.set(digits, made)
  return made
}

/** As the till sent them: minor units and ten-thousandths of a piece. */
export const storedLines = z.array(
  z.object({
    sku: z.string().default(''),
    family: z.string().nullable().default(null),
    brand: z.string().nullable().default(null),
    type: z.string().nullable().default(null),
    quantity: count,
    gross: count,
    net: count,
    earns: z.boolean().default(true),
  }),
)

export const storedOutcome = z.object({
  awards: z
    .array(
      z.object({
        offer: z.object({ id: z.string(), version: z.int() }),
        amount: count,
        lot: z.string(),
        // Without goods there is nothing to share it over.
        shares: z.array(count).default([]),
      }),
    )
    .default([]),
  spends: z
    .array(z.object({ method: z.string(), lot: z.string(), amount: count, lines: z.array(count) }))
    .default([]),
  redeems: z
    .array(z.object({ lot: z.string(), from: z.string(), amount: count, lines: z.array(count) }))
    .default([]),
  requested: count.optional(),
  counted: z
    .array(
      z.object({
        of: z.string(),
        offer: z.string().optional(),
        owner: z.string(),
        amount: count,
        uses: count,
      }),
    )
    .default([]),
})

export type Explanation = z.output<ReturnType<typeof explanationOf>>
export type StoredAward = Explanation['awards'][number]
export type Progress = NonNullable<StoredAward['progress']>
export type Rule = StoredAward['rule']
export type Unit = NonNullable<StoredAward['units']>[number]
export type StoredSpend = NonNullable<Explanation['spend']>
export type StoredRedeem = NonNullable<Explanation['redeem']>
export type Refusal = Explanation['refused'][number]
export type NearMiss = Explanation['near_misses'][number]
export type Line = z.output<typeof storedLines>[number]
export type Outcome = z.output<typeof storedOutcome>
