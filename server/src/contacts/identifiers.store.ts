import { z } from 'zod'
import type { Work } from '../db/index.ts'
import type { Identifier } from './identifier.ts'
import type { IdentifierKind } from './lookup.ts'

/** Those of the values that identify a contact other than this one already, of whatever kind. */
export async function identifiersInUse(
  { db, actor }: Work,
  values: readonly string[],
  contact: string,
): Promise<ReadonlySet<string>> {
  if (values.length === 0) return new Set()
  const rows = await db
    .selectFrom('identifiers')
    .select('value')
    .where('tenant', '=', actor.tenant)
    .where('value', 'in', values)
    .where('contact_id', '!=', contact)
    .execute()
  return new Set(rows.map(({ value }) => value))
}

export async function insertIdentifiers(
  { db, actor }: Work,
  contact: string,
  identifiers: readonly Identifier[],
): Promise<void> {
  if (identifiers.length === 0) return
  await db
    .insertInto('identifiers')
    .values(
      identifiers.map((each) => ({
        tenant: actor.tenant,
        value: each.value,
        kind: each.kind,
        contact_id: contact,
        details: 'details' in each ? JSON.stringify(each.details) : null,
      })),
    )
    .execute()
}

export async function deleteIdentifiers(
  { db, actor }: Work,
  contact: string,
  kinds: readonly IdentifierKind[],
): Promise<void> {
  if (kinds.length === 0) return
  await db
    .deleteFrom('identifiers')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('kind', 'in', kinds)
    .execute()
}

/** By contact, in the order of their values. */
export async function identifiersOfContacts(
  { db, actor }: Work,
  contacts: readonly string[],
): Promise<ReadonlyMap<string, readonly Identifier[]>> {
  if (contacts.length === 0) return new Map()
  const rows = await db
    .selectFrom('identifiers')
    .select(['contact_id', 'kind', 'value', 'details'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', 'in', contacts)
    .orderBy('value')
    .orderBy('kind')
    .execute()
  const of = Map.groupBy(rows, ({ contact_id }) => contact_id)
  return new Map([...of].map(([contact, each]) => [contact, each.map(identifierOfRow)]))
}

const phoneDetails = z.object({
  country_code: z.string().nullable(),
  phone_type: z.string(),
  number: z.string(),
  is_primary: z.boolean(),
})
const emailDetails = z.object({ is_primary: z.boolean() })

interface Row {
  readonly kind: IdentifierKind
  readonly value: string
  readonly details: unknown
}

function identifierOfRow({ kind, value, details }: Row): Identifier {
  if (kind === 'PHONE') return { kind, value, details: phoneDetails.parse(details) }
  if (kind === 'EMAIL') return { kind, value, details: emailDetails.parse(details) }
  return { kind, value }
}
