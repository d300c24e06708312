import type { z } from 'zod'

/** How an amount came about: a separate checker recomputes it from these values alone. */
export interface Reckoning {
  /** Minor units before any limit. */
  readonly amount: bigint
  /** The formula with its values, such as "5 % of 12.00 EUR". */
  readonly says: string
}

/** An award is one object in one file: settings, sentence, and the amount for a base in minor units. */
export interface AwardKind<Kind extends string, Schema extends z.ZodType> {
  readonly kind: Kind
  readonly settings: Schema
  readonly says: (settings: z.infer<Schema>, currency: string) => string
  readonly reckon: (settings: z.infer<Schema>, base: bigint, currency: string) => Reckoning
}

export function award<Kind extends string, Schema extends z.ZodType>(
  kind: AwardKind<Kind, Schema>,
): AwardKind<Kind, Schema> {
  return kind
}
