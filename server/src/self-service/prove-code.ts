import { type ContactsWiring, getContact } from '../contacts/index.ts'
import { transact, type Work } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { type CodeSources, judgeCode, passCheck, WrongCode } from '../identity-checks/index.ts'
import { Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { openSession, type SessionKeys } from '../sessions/index.ts'
import { holdLogin, settleWanted } from './logins.store.ts'
import { showSignedIn } from './show-signed-in.ts'
import type { SignedInReply } from './sign-in.api.ts'

export interface SignInSources extends CodeSources, Pick<ContactsWiring, 'afterEntered'> {
  readonly sessions: SessionKeys
}

/** Signs in whoever gives back the code. A wrong one is counted though it is refused: a refusal is thrown once its count stays. */
export async function proveCode(
  command: Command,
  given: { readonly auth_otp: string; readonly code: string },
  sources: SignInSources,
): Promise<SignedInReply> {
  const { database } = sources.messages
  const told = await transact(database, command, async (work) => {
    const check = await judgeCode(work, given, sources.hash)
    if (check instanceof Refusal) return check
    const contact = await getContact(work, check.contact).catch(unknownAs(WrongCode()))
    if (contact instanceof Refusal) return contact
    await passCheck(work, check.id)
    const isNew = await settleRegistration(work, { contact: contact.id, check: check.id }, sources)
    const subject = { kind: 'CONTACT', subject: contact.id, device: command.userAgent } as const
    const tokens = await openSession(work, subject, sources.sessions)
    const sent = { obfuscated_value: check.shown, auth_otp: check.id }
    return showSignedIn(work, { contact, tokens, sent, existing: !isNew })
  })
  if (told instanceof Refusal) throw told
  return told
}

/**
 * Whoever registered with this code has proved that the address is theirs: now they are rewarded for it, and their password holds. If
 * somebody else proves it, with a code of their own, what was registered under their address is theirs, without that password.
 */
async function settleRegistration(
  work: Work,
  { contact, check }: { readonly contact: ContactId; readonly check: string },
  { afterEntered }: SignInSources,
): Promise<boolean> {
  const login = await holdLogin(work, contact)
  if (!login?.wanted) return false
  const isTheirs = login.wanted.check === check
  await settleWanted(work, contact, isTheirs)
  await afterEntered(work, { created: [contact], changed: [] })
  return isTheirs
}

function unknownAs(refusal: Refusal): (error: unknown) => Refusal {
  return (error) => {
    if (error instanceof Refusal) return refusal
    throw error
  }
}
