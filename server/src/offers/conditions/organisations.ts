import { z } from 'zod'
import type { Basket } from '../basket.ts'
import { condition } from '../condition.ts'

/** Bought at one of these merchants or venues. */
export const organisations = condition({
  kind: 'ORGANISATIONS',
  settings: z.strictObject({
    kind: z.literal('ORGANISATIONS'),
    organisations: z
      .array(z.strictObject({ id: z.guid(), name: z.string().optional() }))
      .min(1)
      .max(1_000),
  }),
  says: ({ organisations }) => `at ${organisations.map(({ id, name }) => name ?? id).join(' or ')}`,
  compile: ({ organisations }) => {
    const ids = new Set(organisations.map(({ id }) => id))
    return {
      keys: [...ids].map((id) => `ORGANISATION:${id}`),
      holds: ({ merchant, venue }) => ids.has(merchant) || (venue !== undefined && ids.has(venue)),
      shortfall: (basket) => ({ seen: placeOf(basket), needed: [...ids].join(' or ') }),
    }
  },
})

function placeOf({ merchant, venue }: Basket): string {
  return venue ?? merchant
}
