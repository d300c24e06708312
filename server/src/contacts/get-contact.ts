import type { Work } from '../db/index.ts'
import { AmbiguousIdentifier, notFound } from '../kit/error.ts'
import { parseGuid } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { readBusiness } from '../organisations/index.ts'
import type { Contact } from './contact.ts'
import { contactById, holdContact, pageOfContacts } from './contacts.store.ts'
import { countryOfZone } from './country.ts'
import { identifiersMeant } from './identifier.ts'
import { maskCode } from './mask.ts'
import { loyaltyIdentifiersIn, seesMasked } from './show-contact.ts'

const FIRST_TWO = { page: 1, size: 1, includeTotal: false, order: 'ASC' } as const

/** By id, or by anything else that the contact is recognised by. */
export async function getContact(work: Work, identifier: string): Promise<Contact> {
  const id = parseGuid(identifier)
  const known = id === undefined ? undefined : await contactById(work, id)
  if (known) return known

  const { timeZone } = await readBusiness(work.db, work.actor.tenant)
  const meant = identifiersMeant(identifier, countryOfZone(timeZone))
  const [contact, another] = await pageOfContacts(work, { identified: [meant], search: undefined }, FIRST_TWO)
  if (!contact) throw notFound('contact', identifier)
  if (another) {
    throw AmbiguousIdentifier({
      parameters: ['contact', identifier],
      detail: `"${identifier}" names several contacts; send an id.`,
    })
  }
  return contact
}

/** The same, held until the end of the work: as it is now, and nobody else changes it meanwhile. */
export async function lockContact(work: Work, identifier: string): Promise<Contact> {
  const { id } = await getContact(work, identifier)
  await holdContact(work, id)
  const contact = await contactById(work, id)
  // Erased between the two.
  if (!contact) throw notFound('contact', identifier)
  return contact
}

export async function listLoyaltyIdentifiers(
  work: Work,
  identifier: string,
  {
    page,
    size,
    include_total,
  }: { readonly page: number; readonly size: number; readonly include_total: boolean },
): Promise<Page<{ readonly identifier: string }>> {
  const { identifiers } = await getContact(work, identifier)
  const whole = loyaltyIdentifiersIn(identifiers)
  const all = seesMasked(work.actor)
    ? whole.map(({ identifier: each }) => ({ identifier: maskCode(each) }))
    : whole
  const rows = all.slice((page - 1) * size, page * size + 1)
  const request = { page, size, includeTotal: include_total }
  return pageOf(request, rows, (each) => each, include_total ? all.length : null)
}
