import { findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { AmbiguousIdentifier, notFound } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import type { Catalogue } from './catalogue.ts'
import { contactKeyOf } from './prepare-purchase.ts'
import type { AdHocReturnBody } from './purchase-body.ts'

/** The one contact that a request names, by any means of identification. */
export async function contactNamed(
  work: Work,
  { home }: Catalogue,
  named: AdHocReturnBody['contact'],
): Promise<ContactId> {
  const { key, name } = contactKeyOf(named, home)
  const [found = []] = await findContacts(work.sql, [{ tenant: work.actor.tenant, key }])
  const [contact, ...others] = found
  if (!contact) throw notFound('contact', name)
  if (others.length > 0) throw AmbiguousIdentifier({ parameters: ['contact', name] })
  return contact.id
}
