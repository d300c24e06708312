import type { ExpressionBuilder } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { ContactId, WalletId } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import { type Contact, foldName, fullName } from './contact.ts'
import type { Sought } from './identifier.ts'
import { identifiersOfContacts, insertIdentifiers } from './identifiers.store.ts'

/**
 * What to look for: every group must be met by one of its identifiers; a search by how names and
 * identifiers begin.
 */
export interface ContactFilter {
  readonly identified: readonly (readonly Sought[])[]
  readonly search: { readonly name: string; readonly beginnings: readonly string[] } | undefined
}

/** One row more than the page holds, so that the page knows whether there is another. */
export async function pageOfContacts(
  work: Work,
  filter: ContactFilter,
  { page, size, order }: PageRequest & { readonly order: 'ASC' | 'DESC' },
): Promise<Contact[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await selectContacts(work, filter)
    .orderBy('c.created_at', direction)
    .orderBy('c.id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return withIdentifiers(work, rows)
}

export async function countContacts(work: Work, filter: ContactFilter): Promise<number> {
  const { total } = await selectContacts(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function contactById(work: Work, id: string): Promise<Contact | undefined> {
  const rows = await selectContacts(work, { identified: [], search: undefined })
    .where('c.id', '=', id)
    .execute()
  const [contact] = await withIdentifiers(work, rows)
  return contact
}

export async function isContact({ db, actor }: Work, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('contacts')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

export function contactId(guid: string): ContactId {
  return guid as ContactId
}

/** The query behind lists of contacts; a test looks at its plan. */
export function selectContacts({ db, actor }: Work, { identified, search }: ContactFilter) {
  const { tenant } = actor
  let query = db
    .selectFrom('contacts as c')
    .innerJoin('wallets as w', (w) => w.onRef('w.tenant', '=', 'c.tenant').onRef('w.contact_id', '=', 'c.id'))
    .where('c.tenant', '=', tenant)
    .select(['c.id', 'c.code', 'c.type', 'c.first_name', 'c.last_name', 'c.language', 'c.created_at'])
    .select(['w.id as wallet_id', 'w.code as wallet_code', 'w.currency'])
  for (const group of identified) {
    query = query.where('c.id', 'in', (c) => withOneOf(c, tenant, group))
  }
  if (search) query = query.where('c.id', 'in', (c) => beginningWith(c, tenant, search))
  return query
}

type Builder = ExpressionBuilder<Tables, never>

function withOneOf(builder: Pick<Builder, 'selectFrom'>, tenant: number, sought: readonly Sought[]) {
  return builder
    .selectFrom('identifiers as i')
    .select('i.contact_id')
    .where('i.tenant', '=', tenant)
    .where((i) =>
      i.or(
        sought.map(({ kind, value }) =>
          i.and({ 'i.value': value, ...(kind === undefined ? {} : { 'i.kind': kind }) }),
        ),
      ),
    )
}

function beginningWith(
  builder: Pick<Builder, 'selectFrom'>,
  tenant: number,
  { name, beginnings }: NonNullable<ContactFilter['search']>,
) {
  const contactsNamed = (column: 'first_last' | 'last_first') =>
    builder
      .selectFrom('contacts as n')
      .select('n.id as contact_id')
      .where('n.tenant', '=', tenant)
      .where(`n.${column}`, 'like', beginsWith(name))
  return builder
    .selectFrom('identifiers as i')
    .select('i.contact_id')
    .where('i.tenant', '=', tenant)
    .where((i) => i.or(beginnings.map((text) => i.eb('i.value', 'like', beginsWith(text)))))
    .union(contactsNamed('first_last'))
    .union(contactsNamed('last_first'))
}

function beginsWith(text: string): string {
  return `${text.replace(/[\\%_]/g, '\\$&')}%`
}

type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number]

async function withIdentifiers(work: Work, rows: readonly ContactRow[]): Promise<Contact[]> {
  const identifiers = await identifiersOfContacts(
    work,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: contactId(row.id),
    code: row.code,
    type: row.type,
    firstName: row.first_name,
    lastName: row.last_name,
    language: row.language,
    createdAt: row.created_at,
    wallet: { id: row.wallet_id as WalletId, code: row.wallet_code, currency: row.currency },
    identifiers: identifiers.get(row.id) ?? [],
  }))
}

export async function insertContact(work: Work, contact: Contact): Promise<void> {
  const { db, actor } = work
  const { tenant } = actor
  const { id, wallet, firstName, lastName, createdAt: created_at } = contact
  await db
    .insertInto('contacts')
    .values({
      tenant,
      id,
      code: contact.code,
      type: contact.type,
      first_name: firstName,
      last_name: lastName,
      language: contact.language,
      created_at,
      first_last: foldName(fullName({ firstName, lastName })),
      last_first: foldName(fullName({ firstName: lastName, lastName: firstName })),
    })
    .execute()
  await db
    .insertInto('wallets')
    .values({
      tenant,
      id: wallet.id,
      contact_id: id,
      code: wallet.code,
      currency: wallet.currency,
      created_at,
    })
    .execute()
  await insertIdentifiers(work, id, contact.identifiers)
}
