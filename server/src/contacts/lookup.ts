import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId, WalletId } from '../kit/id.ts'
import type { Profile } from './profile.ts'

export const IDENTIFIER_KINDS = ['CODE', 'WALLET_CODE', 'PHONE', 'EMAIL', 'LOYALTY', 'CARD'] as const
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number]

/** How a request names a contact: by id, or by an identifier of one kind (undefined: of any kind, as a CIM). */
export type ContactKey =
  | { readonly by: 'ID'; readonly id: string }
  | { readonly by: 'IDENTIFIER'; readonly kind: IdentifierKind | undefined; readonly value: string }

export interface FoundContact extends Profile {
  readonly id: ContactId
  readonly code: string
  readonly firstName: string | null
  readonly lastName: string | null
  readonly language: string
  readonly createdAt: Date
  readonly wallet: WalletId
  readonly walletCode: string
  readonly currency: string
}

interface Row {
  readonly position: number
  readonly id: ContactId
  readonly code: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly language: string
  readonly birthday: string | null
  readonly name_day: string | null
  readonly segments: string[]
  readonly created_at: Date
  readonly erased_at: Date | null
  readonly wallet_id: WalletId
  readonly wallet_code: string
  readonly currency: string
}

const COLUMNS = `k.position::int as position, c.id, c.code, c.first_name, c.last_name, c.language, c.birthday::text as birthday, c.name_day,
          c.segments, c.created_at, c.erased_at, w.id as wallet_id, w.code as wallet_code, w.currency`

// A contact that was merged leads to the one that is left; its identifiers went over.
const BY_ID = statement(
  'contacts_by_id',
  `select ${COLUMNS}
     from unnest($1::int[], $2::uuid[], $3::int[]) as k(tenant, id, position)
     join contacts m on m.tenant = k.tenant and m.id = k.id
     join contacts c on c.tenant = k.tenant and c.id = coalesce(m.merged_into, m.id)
     join wallets w on w.tenant = k.tenant and w.contact_id = c.id`,
)

// What is the same person under two identifiers is told apart before the wide rows are read.
const BY_IDENTIFIER = statement(
  'contacts_by_identifier',
  `select ${COLUMNS}
     from (select distinct s.position, i.tenant, i.contact_id
             from unnest($1::int[], $2::text[], $3::text[], $4::int[]) as s(tenant, value, kind, position)
             join identifiers i on i.tenant = s.tenant and i.value = s.value and (s.kind is null or i.kind = s.kind)) as k
     join contacts c on c.tenant = k.tenant and c.id = k.contact_id
     join wallets w on w.tenant = k.tenant and w.contact_id = k.contact_id`,
)

/**
 * Finds contacts for many requests at once; at each position all contacts that the key names (none, one, or too many). One that was erased is
 * nobody, but to records that go on naming it.
 */
export async function findContacts(
  sql: Runner,
  keys: readonly { readonly tenant: Tenant; readonly key: ContactKey }[],
  { withErased = false }: { readonly withErased?: boolean } = {},
): Promise<readonly (readonly FoundContact[])[]> {
  const placed = keys.map(({ tenant, key }, position) => ({ tenant, key, position }))
  const byId = placed.flatMap(({ tenant, key, position }) =>
    key.by === 'ID' ? [{ tenant, id: key.id, position }] : [],
  )
  const byName = placed.flatMap(({ tenant, key, position }) =>
    key.by === 'IDENTIFIER' ? [{ tenant, value: key.value, kind: key.kind ?? null, position }] : [],
  )
  const [rowsById, rowsByName] = await Promise.all([
    byId.length === 0
      ? []
      : sql.run<Row>(
          BY_ID,
          columnsOf(
            byId,
            (k) => k.tenant,
            (k) => k.id,
            (k) => k.position,
          ),
        ),
    byName.length === 0
      ? []
      : sql.run<Row>(
          BY_IDENTIFIER,
          columnsOf(
            byName,
            (k) => k.tenant,
            (k) => k.value,
            (k) => k.kind,
            (k) => k.position,
          ),
        ),
  ])
  const found: FoundContact[][] = keys.map(() => [])
  // Left out here, not by the statements: where there are no statistics yet, "is null" makes the planner read all contacts.
  for (const row of [...rowsById, ...rowsByName]) {
    if (withErased || row.erased_at === null) found[row.position]?.push(contactOfRow(row))
  }
  return found
}

function contactOfRow(row: Row): FoundContact {
  return {
    id: row.id,
    code: row.code,
    firstName: row.first_name,
    lastName: row.last_name,
    language: row.language,
    birthday: row.birthday,
    nameDay: row.name_day,
    segments: row.segments,
    createdAt: row.created_at,
    wallet: row.wallet_id,
    walletCode: row.wallet_code,
    currency: row.currency,
  }
}
