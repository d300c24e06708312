import { InvalidLogin, isPassword } from '../access/index.ts'
import { getContact } from '../contacts/index.ts'
import { transact, type Work } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { later, MINUTE, SECOND } from '../kit/time.ts'
import { openSession } from '../sessions/index.ts'
import { TooManyAttempts } from '../tokens/index.ts'
import { askCode } from './ask-code.ts'
import { addressIn, findSigner } from './find-signer.ts'
import { holdLogin, type Login, saveWrongTries } from './logins.store.ts'
import type { SignInSources } from './prove-code.ts'
import { showSent, showSignedIn } from './show-signed-in.ts'
import type { AuthenticateBody, SignedInReply } from './sign-in.api.ts'

const MOST_WRONG = 10
const WAIT_MS = 15 * MINUTE

/** Signs in with a password; who sends none is sent a code. */
export async function authenticateContact(
  command: Command,
  { password, username, ...body }: AuthenticateBody,
  sources: SignInSources,
): Promise<SignedInReply> {
  const address = addressIn({ ...body, email: username }, { email: 'username', phone: 'phone' })
  const { method, credential } = address
  if (password == null)
    return showSent(await askCode(command, { method, credentials: [credential] }, sources))

  const { database } = sources.messages
  const signer = await transact(database, command, (work) => findSigner(work, [credential]))
  const before = signer && (await transact(database, command, (work) => holdLogin(work, signer.id)))
  // Hashed in no transaction; the same time where nobody is found.
  const isRight = await isPassword(password, before?.passwordHash)
  if (!signer || !before) throw wrong()
  const told = await transact(database, command, async (work) => {
    const login = await holdLogin(work, signer.id)
    if (!login) return wrong()
    const refused = await judgeTry(work, signer.id, { login, isRight })
    if (refused) return refused
    if (login.passwordHash !== before.passwordHash) return wrong()
    const contact = await getContact(work, signer.id)
    const subject = { kind: 'CONTACT', subject: contact.id, device: command.userAgent } as const
    const tokens = await openSession(work, subject, sources.sessions)
    return showSignedIn(work, { contact, tokens, existing: true })
  })
  if (told instanceof Refusal) throw told
  return told
}

/** Counted under the lock of the login: of many guesses at once no more are answered than of one after another. */
async function judgeTry(
  work: Work,
  contact: ContactId,
  { login, isRight }: { readonly login: Login; readonly isRight: boolean },
): Promise<Refusal | undefined> {
  const { at } = work
  const until = login.wrongSince && later(login.wrongSince, WAIT_MS)
  const counts = until !== undefined && until > at
  const wrongTries = counts ? login.wrongTries : 0
  if (counts && wrongTries >= MOST_WRONG) {
    return TooManyAttempts({
      parameters: ['password', String(wrongTries)],
      detail: `${wrongTries} wrong passwords were sent; the next may be at ${until.toISOString()}. Sign in with a code meanwhile.`,
      retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - at.getTime()) / SECOND)),
    })
  }
  if (isRight) {
    if (login.wrongTries > 0) await saveWrongTries(work, contact, { wrongTries: 0, wrongSince: undefined })
    return undefined
  }
  const wrongSince = counts ? login.wrongSince : at
  await saveWrongTries(work, contact, { wrongTries: wrongTries + 1, wrongSince })
  return wrong()
}

function wrong(): Refusal {
  return InvalidLogin({
    detail: 'Nobody has this address and password. A code by /contacts/otp works without one.',
  })
}
