import type { z } from 'zod'
import type { Basket } from './basket.ts'
import { ofKind } from './by-kind.ts'
import type { BasketLine } from './line.ts'
import type { Translator } from './translator.ts'
import type { Voice } from './words/voice.ts'

/** Why a condition did not hold: what the purchase had and what it would have needed, in words for people. */
export interface Shortfall {
  readonly seen: string
  readonly needed: string
}

/** What has to be added to a basket: so much money's worth, or so many pieces, of anything that the condition admits. */
export type Addition = { readonly amount: bigint } | { readonly quantity: bigint }

/** A condition made ready for many purchases. */
export interface Check {
  readonly kind: string
  /** Whether it looks at the lines that qualify; others are asked without, so that most offers are refused before lines are sought. */
  readonly ofLines: boolean
  readonly holds: (basket: Basket, lines: readonly BasketLine[]) => boolean
  readonly shortfall: (basket: Basket, lines: readonly BasketLine[]) => Shortfall
  /** The lines it leaves in; without it all lines qualify. */
  readonly admits: ((line: BasketLine) => boolean) | undefined
  /** How often one purchase fulfils it, such as the bundles in the basket; without it once. Asked only when it holds. */
  readonly times: ((basket: Basket, lines: readonly BasketLine[]) => bigint) | undefined
  /** The least that would make it hold when only something more has to be bought; undefined when that is not so. */
  readonly missing: ((basket: Basket, lines: readonly BasketLine[]) => Addition | undefined) | undefined
  /** Whether it looks at facts that are known only while the contact's wallet is locked. */
  readonly isLate: boolean
  /**
   * Index keys of which every purchase that fulfils the condition carries at least one, so that other
   * purchases never come to look at the offer; without it any purchase may fulfil it.
   */
  readonly keys: readonly string[] | undefined
}

/** A check as conditions write it: what it has not is left out. */
export type CheckMade = Pick<Check, 'holds' | 'shortfall'> & Partial<Omit<Check, 'kind'>>

/** All checks have the same fields in the same order: of all that is asked of offers, they are asked most. */
export function checkOf(
  kind: string,
  { ofLines = false, holds, shortfall, admits, times, missing, isLate = false, keys }: CheckMade,
): Check {
  return { kind, ofLines, holds, shortfall, admits, times, missing, isLate, keys }
}

/** What the check of one condition may need to know of the offer around it. */
export interface CheckContext {
  readonly currency: string
  readonly offer: string
}

type OfKind<Kind extends string> = z.ZodType<{ readonly kind: Kind }> & z.core.$ZodTypeDiscriminable

/**
 * A condition is one object in one file: its settings as stored, as clients write them and as answers show
 * them, its sentence and its check.
 */
export interface Condition<
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
  readonly toWire: (settings: z.output<Settings>, translator: Translator) => z.input<Reply>
  /** Completes "Earn … " in the offer's sentence. */
  readonly says: (settings: z.output<Settings>, voice: Voice) => string
  readonly compile: (settings: z.output<Settings>, context: CheckContext) => CheckMade
}

/**
 * Declares a condition. `read` and `bind` answer for settings of this kind, and undefined for those of
 * another.
 */
export function condition<
  Kind extends string,
  Settings extends OfKind<Kind>,
  Body extends OfKind<Kind>,
  Reply extends OfKind<Kind>,
>(declared: Condition<Kind, Settings, Body, Reply>) {
  const { kind, settings, body, reply, fromWire, toWire, says, compile } = declared
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
            says: (voice: Voice) => says(stored, voice),
            compile: (context: CheckContext) => checkOf(kind, compile(stored, context)),
            show: (translator: Translator) => toWire(stored, translator),
          }
        : undefined,
  }
}
