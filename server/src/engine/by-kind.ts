import { z } from 'zod'
import { present } from '../kit/invariant.ts'

/** The schema of a value that is of one of several kinds and says which in `kind`. */
export function unionByKind<Each extends z.core.$ZodTypeDiscriminable>(
  schemas: readonly Each[],
  kinds: readonly string[],
) {
  const [first, ...others] = schemas
  const error = `kind must be one of ${kinds.join(', ')}`
  return z.discriminatedUnion('kind', [present(first, 'there is at least one kind'), ...others], { error })
}

/** Tells the settings of one kind from those of the others. */
export function ofKind<Kind extends string, Own extends { readonly kind: Kind }>(
  kind: Kind,
): (value: { readonly kind: string }) => value is Own {
  return (value): value is Own => value.kind === kind
}

/** The first answer that one of them gives. */
export function firstOf<Each, Found>(
  all: readonly Each[],
  find: (each: Each) => Found | undefined,
): Found | undefined {
  for (const each of all) {
    const found = find(each)
    if (found !== undefined) return found
  }
  return undefined
}
