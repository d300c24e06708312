import { type Contact, getContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { notFound, Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { invariant } from '../kit/invariant.ts'
import { spokenOf } from '../kit/localised.ts'
import { findWallet } from '../wallets/index.ts'

/** Who is signed in. */
export function signedIn({ actor }: Pick<Work, 'actor'>): {
  readonly id: ContactId
  readonly session: string
} {
  invariant(actor.by.kind === 'contact', 'the edge lets contacts in only')
  return actor.by
}

/**
 * A contact touches only what is their own: somebody else's is answered as what never was, by whatever name it is asked for.
 */
export async function own<Found>(
  entity: string,
  name: string,
  { find, isOwn }: { readonly find: () => Promise<Found>; readonly isOwn: (found: Found) => boolean },
): Promise<Found> {
  const found = await find().catch((error: unknown) => {
    if (error instanceof Refusal) return undefined
    throw error
  })
  if (found === undefined || !isOwn(found)) throw notFound(entity, name)
  return found
}

/** The signed-in contact, under whatever name of theirs. */
export function ownContact(work: Work, name: string): Promise<Contact> {
  const me = signedIn(work).id
  return own('contact', name, { find: () => getContact(work, name), isOwn: ({ id }) => id === me })
}

export function ownWallet(work: Work, name: string): ReturnType<typeof findWallet> {
  const me = signedIn(work).id
  return own('wallet', name, {
    find: () => findWallet(work, name),
    isOwn: ({ contact }) => contact.id === me,
  })
}

/** What is told in words is told in the language that was asked for, else in the contact's own. */
export async function inOwnLanguage(work: Work): Promise<Work> {
  const { by } = work.actor
  if (work.language !== undefined || by.kind !== 'contact') return work
  const { language } = await getContact(work, by.id)
  return { ...work, language: spokenOf([language]) }
}
