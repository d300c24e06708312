import type { z } from 'zod'
import { ofKind } from './by-kind.ts'
import type { Translator } from './translator.ts'

/** How an amount came about: a separate checker recomputes it from these values alone. */
export interface Reckoning {
  /** Minor units before any limit. */
  readonly amount: bigint
  /** The formula with its values, such as "5 % of 12.00 EUR". */
  readonly says: string
}

/**
 * What an award cannot exceed: a share of all that is bought, or an amount. It decides which offers are looked at first, and
 * lets judging stop when no other could give more.
 */
export type Bound =
  | { readonly of: 'SHARE'; readonly basisPoints: bigint }
  | { readonly of: 'AMOUNT'; readonly minor: bigint }

type OfKind<Kind extends string> = z.ZodType<{ readonly kind: Kind }> & z.core.$ZodTypeDiscriminable

/**
 * An award is one object in one file: its settings as stored, as clients write them and as answers show them,
 * its sentence, and the amount for a base in minor units.
 */
export interface AwardRule<
  Kind extends string,
  Settings extends OfKind<Kind>,
  Body extends OfKind<Kind>,
  Reply extends OfKind<Kind>,
> {
  readonly kind: Kind
  readonly settings: Settings
  readonly body: Body
  readonly reply: Reply
  readonly fromWire: (sent: z.output<Body>, translator: Translator) => z.output<Settings>
  readonly toWire: (settings: z.output<Settings>, amounts: Pick<Translator, 'decimal'>) => z.input<Reply>
  readonly says: (settings: z.output<Settings>, currency: string) => string
  readonly bound: (settings: z.output<Settings>) => Bound
  readonly reckon: (settings: z.output<Settings>, base: bigint, currency: string) => Reckoning
}

/**
 * Declares an award. `read` and `bind` answer for settings of this kind, and undefined for those of another.
 */
export function award<
  Kind extends string,
  Settings extends OfKind<Kind>,
  Body extends OfKind<Kind>,
  Reply extends OfKind<Kind>,
>(declared: AwardRule<Kind, Settings, Body, Reply>) {
  const { kind, settings, body, reply, fromWire, toWire, says, bound, reckon } = declared
  const isSent = ofKind<Kind, z.output<Body>>(kind)
  const isStored = ofKind<Kind, z.output<Settings>>(kind)
  return {
    kind,
    settings,
    body,
    reply,
    read: (sent: { readonly kind: string }, translator: Translator) =>
      isSent(sent) ? fromWire(sent, translator) : undefined,
    bind: (stored: { readonly kind: string }) =>
      isStored(stored)
        ? {
            says: (currency: string) => says(stored, currency),
            bound: () => bound(stored),
            reckon: (base: bigint, currency: string) => reckon(stored, base, currency),
            show: (amounts: Pick<Translator, 'decimal'>) => toWire(stored, amounts),
          }
        : undefined,
  }
}
