import { type ExpressionBuilder, sql } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { ContactId, WalletId } from '../kit/id.ts'
import type { PageRequest } from '../kit/page.ts'
import { type Contact, foldName, fullName } from './contact.ts'
import type { Sought } from './identifier.ts'
import { deleteIdentifiers, identifiersOfContacts, insertIdentifiers } from './identifiers.store.ts'
import type { IdentifierKind } from './lookup.ts'

/**
 * What to look for: every group must be met by one of its identifiers; a search by how names and
 * identifiers begin; a segment, exactly; any of some wallets.
 */
export interface ContactFilter {
  readonly identified: readonly (readonly Sought[])[]
  readonly search: { readonly name: string; readonly beginnings: readonly string[] } | undefined
  readonly segment?: string | undefined
  readonly wallets?: readonly string[] | undefined
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

/** By the id of the contact, or of one that was merged into it. */
export async function contactById(work: Work, id: string): Promise<Contact | undefined> {
  const rows = await selectContacts(work, { identified: [], search: undefined })
    .where('c.id', '=', (c) =>
      c
        .selectFrom('contacts as m')
        .select(sql<string>`coalesce(m.merged_into, m.id)`.as('left'))
        .where('m.tenant', '=', work.actor.tenant)
        .where('m.id', '=', id),
    )
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

/** Whose code it is; the code of a contact that was merged leads to the one that is left. */
export async function contactWithReferralCode(
  { db, actor }: Work,
  code: string,
): Promise<NonNullable<Contact['referredBy']> | undefined> {
  const row = await db
    .selectFrom('contacts as known')
    .innerJoin('contacts as left', (join) =>
      join
        .onRef('left.tenant', '=', 'known.tenant')
        .on((eb) => eb('left.id', '=', eb.fn.coalesce('known.merged_into', 'known.id'))),
    )
    .select(['left.id', 'left.code'])
    .where('known.tenant', '=', actor.tenant)
    .where('known.referral_code', '=', code)
    .executeTakeFirst()
  return row && { id: contactId(row.id), code: row.code }
}

/** Holds the contact until the end of the work, so that no change of it is lost to another at the same time. */
export async function holdContact({ db, actor }: Work, id: ContactId): Promise<void> {
  await db
    .selectFrom('contacts')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
}

export function contactId(guid: string): ContactId {
  return guid as ContactId
}

/** The query behind lists of contacts; a test looks at its plan. */
export function selectContacts({ db, actor }: Work, { identified, search, segment, wallets }: ContactFilter) {
  const { tenant } = actor
  let query = db
    .selectFrom('contacts as c')
    .innerJoin('wallets as w', (w) => w.onRef('w.tenant', '=', 'c.tenant').onRef('w.contact_id', '=', 'c.id'))
    .leftJoin('contacts as r', (r) =>
      r.onRef('r.tenant', '=', 'c.tenant').onRef('r.id', '=', 'c.referred_by'),
    )
    .where('c.tenant', '=', tenant)
    .where('c.merged_into', 'is', null)
    .where('c.erased_at', 'is', null)
    .select(['c.id', 'c.code', 'c.type', 'c.first_name', 'c.last_name', 'c.language', 'c.created_at'])
    .select(['c.name_day', 'c.segments', 'c.referral_code', 'r.id as referrer_id', 'r.code as referrer_code'])
    // As text: a date of the calendar has no zone, which the driver would give it.
    .select(sql<string | null>`c.birthday::text`.as('birthday'))
    .select(['w.id as wallet_id', 'w.code as wallet_code', 'w.currency'])
  for (const group of identified) {
    query = query.where('c.id', 'in', (c) => withOneOf(c, tenant, group))
  }
  if (segment !== undefined) query = query.where('c.segments', '@>', sql<string[]>`array[${segment}::text]`)
  if (wallets !== undefined) query = query.where('w.id', '=', sql<string>`any(${[...wallets]}::uuid[])`)
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
    birthday: row.birthday,
    nameDay: row.name_day,
    segments: row.segments,
    referralCode: row.referral_code,
    referredBy:
      row.referrer_id === null || row.referrer_code === null
        ? null
        : { id: contactId(row.referrer_id), code: row.referrer_code },
  }))
}

export async function insertContact(work: Work, contact: Contact): Promise<void> {
  const { db, actor } = work
  const { tenant } = actor
  const { id, wallet, createdAt: created_at } = contact
  await db
    .insertInto('contacts')
    .values({
      tenant,
      id,
      code: contact.code,
      created_at,
      referred_by: contact.referredBy?.id ?? null,
      ...changeable(contact),
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

/** Everything of the contact's own row, and its identifiers of the kinds that were replaced. */
export async function saveContact(
  work: Work,
  contact: Contact,
  replaced: readonly IdentifierKind[],
): Promise<void> {
  const { db, actor } = work
  await db
    .updateTable('contacts')
    .set(changeable(contact))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', contact.id)
    .execute()
  await deleteIdentifiers(work, contact.id, replaced)
  const inserted = contact.identifiers.filter(({ kind }) => replaced.includes(kind))
  await insertIdentifiers(work, contact.id, inserted)
}

function changeable({ firstName, lastName, ...contact }: Contact) {
  return {
    type: contact.type,
    first_name: firstName,
    last_name: lastName,
    language: contact.language,
    birthday: contact.birthday,
    name_day: contact.nameDay,
    segments: [...contact.segments],
    referral_code: contact.referralCode,
    first_last: foldName(fullName({ firstName, lastName })),
    last_first: foldName(fullName({ firstName: lastName, lastName: firstName })),
  }
}
