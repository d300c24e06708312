import { z } from 'zod'

export interface Named {
  readonly id: string
  readonly code: string
  readonly name: string
}

/** Things of a business that offers name: clients write id or code, terms keep the id with the name it had. */
export type NamedKind = 'organisation' | 'tier' | 'pass_plan' | 'scheme'

/**
 * Between what clients write and what an offer's terms hold: decimals and minor units of the business's
 * currency, codes and ids. What it refuses it names by its place in the request.
 */
export interface Translator {
  readonly currency: string
  /** The same for a part of the request, such as conditions[2]. */
  readonly at: (part: string) => Translator
  readonly path: (field: string) => string
  /** "12.50" in minor units as text; above zero. */
  readonly minor: (field: string, decimal: string) => string
  readonly decimal: (minor: string) => number
  /** "1.5" in ten-thousandths as text; above zero. */
  readonly quantity: (field: string, decimal: string) => string
  readonly pieces: (quantity: string) => number
  /** Finds what the client named; refuses what there is not. */
  readonly find: (kind: NamedKind, reference: Reference) => Named
  /** As it is called now; the stored name where it is gone. */
  readonly named: (kind: NamedKind, stored: StoredName) => Named
}

export interface Reference {
  readonly id?: string | undefined
  readonly code?: string | undefined
}

export interface StoredName {
  readonly id: string
  readonly name?: string | undefined
}

/** One thing by its id or by its code. */
export const reference = z
  .strictObject({
    id: z.string().min(1).max(100).optional(),
    code: z.string().trim().min(1).max(100).optional(),
  })
  .refine(({ id, code }) => (id === undefined) !== (code === undefined), { error: 'send the id or the code' })

export const storedName = z.strictObject({ id: z.guid(), name: z.string().optional() })

export const namedReply = z.object({ id: z.string(), code: z.string(), name: z.string() })

/** Keeps the id with the name, so that a sentence reads well wherever it is read. */
export function findNamed(
  { find }: Pick<Translator, 'find'>,
  kind: NamedKind,
  sent: Reference,
): { id: string; name: string } {
  const { id, name } = find(kind, sent)
  return { id, name }
}

export function saysNames(names: readonly StoredName[]): string {
  return names.map(({ id, name }) => name ?? id).join(' or ')
}

/** Reads a field that may be left out. */
export function ifSent<Sent, Read>(sent: Sent | undefined, read: (sent: Sent) => Read): Read | undefined {
  return sent === undefined ? undefined : read(sent)
}
