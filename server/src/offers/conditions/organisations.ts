import { z } from 'zod'
import { organisationReference } from '../../wallets/index.ts'
import { condition } from '../condition.ts'

const kind = z.literal('ORGANISATIONS')
const MOST = 1_000

/** Bought at one of these merchants or venues; the business stands for all of them. */
export const organisations = condition({
  kind: 'ORGANISATIONS',
  settings: z.strictObject({
    kind,
    organisations: z
      .array(z.strictObject({ id: z.guid(), name: z.string().optional() }))
      .min(1)
      .max(MOST),
  }),
  body: z.strictObject({ kind, organisations: z.array(organisationReference).min(1).max(MOST) }),
  reply: z.object({
    kind,
    organisations: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
  }),
  fromWire: ({ kind, organisations }, translator) => ({
    kind,
    organisations: organisations.map(({ id, code }) => {
      const found = translator.organisation(id ?? code ?? '')
      return { id: found.id, name: found.name }
    }),
  }),
  toWire: ({ kind, organisations }, { organisationOf }) => ({
    kind,
    organisations: organisations.map(({ id }) => organisationOf(id)),
  }),
  says: ({ organisations }) => `at ${named(organisations)}`,
  compile: ({ organisations }) => {
    const ids = new Set(organisations.map(({ id }) => id))
    return {
      keys: [...ids].map((id) => `ORGANISATION:${id}`),
      holds: ({ business, merchant, venue }) =>
        ids.has(merchant) || (venue !== undefined && ids.has(venue)) || ids.has(business),
      shortfall: ({ placeName }) => ({ seen: placeName, needed: named(organisations) }),
    }
  },
})

function named(
  organisations: readonly { readonly id: string; readonly name?: string | undefined }[],
): string {
  return organisations.map(({ id, name }) => name ?? id).join(' or ')
}
