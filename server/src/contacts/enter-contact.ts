import type { Work } from '../db/index.ts'
import { AmbiguousIdentifier, invalidField, missingField } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { readBusiness } from '../organisations/index.ts'
import type { Contact } from './contact.ts'
import type { ContactRow } from './contact-rows.api.ts'
import type { ContactChange } from './contacts.api.ts'
import { countryOfZone } from './country.ts'
import { createContact } from './create-contact.ts'
import { lockContact } from './get-contact.ts'
import { emailsOf, type Identifier, loyaltyOf, phonesOf } from './identifier.ts'
import { findContacts } from './lookup.ts'
import { updateContact } from './update-contact.ts'

/** What came of one row: whom it is about, and what they were before, if they were changed. */
export type Entered =
  | { readonly outcome: 'CREATED'; readonly id: ContactId }
  | { readonly outcome: 'UPDATED' | 'UNCHANGED'; readonly before: Contact; readonly after: Contact }

/** Registers the contact of a row, or adds what the row says to the one whom it names. */
export async function enterContact(work: Work, row: ContactRow): Promise<Entered> {
  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const named = identifiersOf(row, countryOfZone(timeZone))
  if (named.length === 0) {
    throw missingField(
      'code',
      'a code, phone, e-mail address or loyalty identifier is needed to know the contact',
    )
  }
  const known = await contactNamed(work, named)
  if (known === undefined) return { outcome: 'CREATED', id: (await createContact(work, row)).id }

  const { before, after } = await updateContact(
    work,
    known.id,
    added(await lockContact(work, known.id), row, named),
  )
  return { outcome: before === after ? 'UNCHANGED' : 'UPDATED', before, after }
}

function identifiersOf(row: ContactRow, home: Parameters<typeof phonesOf>[1]): readonly Identifier[] {
  return [
    ...(row.code === undefined ? [] : [{ kind: 'CODE' as const, value: row.code }]),
    ...phonesOf(row.phones ?? [], home),
    ...emailsOf(row.emails ?? []),
    ...loyaltyOf(row.loyalty_identifiers ?? []),
  ]
}

/** The one whom the identifiers name; undefined: nobody yet. */
async function contactNamed(work: Work, named: readonly Identifier[]) {
  const keys = named.map(({ kind, value }) => ({
    tenant: work.actor.tenant,
    key: { by: 'IDENTIFIER' as const, kind, value },
  }))
  const found = await findContacts(work.sql, keys)
  const [contact, another] = [...new Map(found.flat().map((each) => [each.id, each])).values()]
  if (contact && another) {
    const told = named.map(({ kind, value }) => `${kind} "${value}"`).join(', ')
    throw AmbiguousIdentifier({
      parameters: ['contact', contact.code, another.code],
      detail: `${told} name several contacts, ${contact.code} and ${another.code}; merge them first, or part the row.`,
    })
  }
  const isOtherCode = named.some(({ kind }, index) => kind === 'CODE' && found[index]?.length === 0)
  const [code] = named
  if (contact && isOtherCode && code) {
    throw invalidField(
      'code',
      `"${code.value}"`,
      `the contact whom the row names has the code "${contact.code}"`,
    )
  }
  return contact
}

/** What the row says that the contact is not known by, or not told of, yet. */
function added(contact: Contact, row: ContactRow, named: readonly Identifier[]): ContactChange {
  const { code: _, segments, phones, emails, loyalty_identifiers, ...profile } = row
  const isNew = ({ kind, value }: Identifier) =>
    !contact.identifiers.some((each) => each.kind === kind && each.value === value)
  const news = new Set(named.filter(isNew).map(({ kind }) => kind))
  const newSegments = segments?.filter((segment) => !contact.segments.includes(segment)) ?? []
  return {
    ...profile,
    ...(newSegments.length > 0 && { segments: [...contact.segments, ...newSegments] }),
    ...(news.has('PHONE') && { phones: [...phonesKnown(contact), ...besides(phones, contact, 'PHONE')] }),
    ...(news.has('EMAIL') && { emails: [...emailsKnown(contact), ...besides(emails, contact, 'EMAIL')] }),
    ...(news.has('LOYALTY') && {
      loyalty_identifiers: [...cardsKnown(contact), ...(loyalty_identifiers ?? [])],
    }),
  }
}

/** Which of several is the main one stays as it is, if there is one. */
function besides<Sent extends { readonly is_primary?: boolean | undefined }>(
  sent: readonly Sent[] | undefined,
  { identifiers }: Contact,
  kind: Identifier['kind'],
): Sent[] {
  const hasOne = identifiers.some((each) => each.kind === kind)
  return (sent ?? []).map((each) => (hasOne ? { ...each, is_primary: false } : each))
}

function phonesKnown({ identifiers }: Contact): NonNullable<ContactChange['phones']> {
  return identifiers.flatMap((each) => {
    if (each.kind !== 'PHONE') return []
    const { country_code, phone_type, number, is_primary } = each.details
    return [{ number, phone_type, is_primary, ...(country_code !== null && { country_code }) }]
  })
}

function emailsKnown({ identifiers }: Contact): NonNullable<ContactChange['emails']> {
  return identifiers.flatMap((each) =>
    each.kind === 'EMAIL' ? [{ email_address: each.value, is_primary: each.details.is_primary }] : [],
  )
}

function cardsKnown({ identifiers }: Contact): NonNullable<ContactChange['loyalty_identifiers']> {
  return identifiers.flatMap((each) => (each.kind === 'LOYALTY' ? [{ identifier: each.value }] : []))
}
