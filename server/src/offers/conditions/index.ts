import { z } from 'zod'
import type { Check, ConditionKind } from '../condition.ts'
import { amount } from './amount.ts'
import { organisations } from './organisations.ts'
import { products } from './products.ts'
import { timings } from './timings.ts'

/** All conditions, cheapest check first: the order in which they are judged. A new condition is one file and one line here. */
const KINDS = [timings, amount, organisations, products] as const

export const conditionSettings = z.discriminatedUnion('kind', [
  timings.settings,
  amount.settings,
  organisations.settings,
  products.settings,
])
export type ConditionSettings = z.infer<typeof conditionSettings>

function withKind<Result>(
  settings: ConditionSettings,
  use: <Kind extends string, Schema extends z.ZodType>(
    kind: ConditionKind<Kind, Schema>,
    settings: z.infer<Schema>,
  ) => Result,
): Result {
  switch (settings.kind) {
    case 'TIMINGS':
      return use(timings, settings)
    case 'AMOUNT':
      return use(amount, settings)
    case 'ORGANISATIONS':
      return use(organisations, settings)
    case 'PRODUCTS':
      return use(products, settings)
  }
}

export function saysCondition(settings: ConditionSettings, currency: string): string {
  return withKind(settings, (kind, own) => kind.says(own, currency))
}

/** The checks of an offer in the order of KINDS, so that the cheapest refusal is found first. */
export function compileConditions(all: readonly ConditionSettings[], currency: string): Check[] {
  const rank = (settings: ConditionSettings) => KINDS.findIndex(({ kind }) => kind === settings.kind)
  return [...all]
    .sort((a, b) => rank(a) - rank(b))
    .map((settings) =>
      withKind(settings, (kind, own) => ({ kind: kind.kind, ...kind.compile(own, currency) })),
    )
}
