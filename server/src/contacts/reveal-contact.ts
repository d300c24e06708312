import type { Work } from '../db/index.ts'
import { getContact } from './get-contact.ts'
import type { RevealBody, RevealReply } from './reveal.api.ts'
import { identifiersShown } from './show-contact.ts'

/** What staff see the end of, whole; the audit log has who asked for it. */
export async function revealContact(
  work: Work,
  identifier: string,
  { fields }: RevealBody,
): Promise<RevealReply> {
  const contact = await getContact(work, identifier)
  const whole = identifiersShown(contact)
  const told = Object.fromEntries(fields.map((field) => [field, whole[field]]))
  return { id: contact.id, ...told }
}
