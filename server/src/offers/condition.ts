import type { z } from 'zod'
import type { BasketLine } from '../products/index.ts'
import type { Basket } from './basket.ts'

/** Why a condition did not hold: what the purchase had and what it would have needed, in words for people. */
export interface Shortfall {
  readonly seen: string
  readonly needed: string
}

/** A condition made ready for many purchases. */
export interface Check {
  readonly kind: string
  readonly holds: (basket: Basket, lines: readonly BasketLine[]) => boolean
  readonly shortfall: (basket: Basket, lines: readonly BasketLine[]) => Shortfall
  /** The lines it leaves in; without it all lines qualify. */
  readonly admits?: (line: BasketLine) => boolean
  /**
   * Index keys of which every purchase that fulfils the condition carries at least one, so that other purchases never come to
   * look at the offer; without it any purchase may fulfil it.
   */
  readonly keys?: readonly string[]
}

/**
 * A condition is one object in one file: its settings (from which the stored JSON and the forms follow), its sentence and its
 * check.
 */
export interface ConditionKind<Kind extends string, Schema extends z.ZodType> {
  readonly kind: Kind
  readonly settings: Schema
  /** Completes "Earn … " in the offer's sentence. */
  readonly says: (settings: z.infer<Schema>, currency: string) => string
  readonly compile: (settings: z.infer<Schema>, currency: string) => Omit<Check, 'kind'>
}

export function condition<Kind extends string, Schema extends z.ZodType>(
  kind: ConditionKind<Kind, Schema>,
): ConditionKind<Kind, Schema> {
  return kind
}
