import { getContact } from '../contacts/index.ts'
import { transact } from '../db/index.ts'
import { type Command, commandRoute, type RawReply, type Route, route, Unauthorized } from '../http/index.ts'
import { missingField } from '../kit/error.ts'
import { type ContactId, idOf } from '../kit/id.ts'
import { endSession, refreshSession, whoIsSignedIn } from '../sessions/index.ts'
import { askCode } from './ask-code.ts'
import { authenticateContact } from './authenticate-contact.ts'
import { findSigner } from './find-signer.ts'
import { ownContact, signedIn } from './own.ts'
import { proveCode, type SignInSources } from './prove-code.ts'
import { register } from './register.ts'
import { showSignedIn } from './show-signed-in.ts'
import * as api from './sign-in.api.ts'

/** What is told here is told once: nothing of it is stored under an idempotency key. */
export function signInRoutes(sources: SignInSources, forgetCallers: () => void): readonly Route[] {
  return [
    commandRoute(api.sendSignInCode, async (command, { body }) =>
      answer(api.sendSignInCode, await askCode(command, body, sources)),
    ),
    commandRoute(api.proveSignInCode, async (command, { body }) =>
      answer(api.proveSignInCode, await proveCode(command, body, sources)),
    ),
    commandRoute(api.authenticateContact, async (command, { body }) =>
      answer(api.authenticateContact, await authenticateContact(command, body, sources)),
    ),
    commandRoute(api.refreshContactSession, async (command, { body }) =>
      answer(api.refreshContactSession, await refresh(command, body.refresh_token, sources)),
    ),
    commandRoute(api.registerContact, async (command, { body }) =>
      answer(api.registerContact, await register(command, body, sources)),
    ),
    route(
      api.signOutContact,
      async (work, { params }) => {
        const { id } = await ownContact(work, params.id)
        const { session } = signedIn(work)
        await endSession(work, { kind: 'CONTACT', subject: id }, { session, why: 'SIGNED_OUT' })
        return null
      },
      forgetCallers,
    ),
    route(api.contactExists, async (work, { query: { email_address: email, phone } }) => {
      const credentials = [
        ...(email === undefined ? [] : [{ name: 'EMAIL', value: email } as const]),
        ...(phone === undefined ? [] : [{ name: 'PHONE', value: phone } as const]),
      ]
      if (credentials.length === 0)
        throw missingField('email_address', 'an e-mail address or a phone is needed')
      return { contact_exists: (await findSigner(work, credentials)) !== undefined }
    }),
  ]
}

function answer(
  { reply, status = 200 }: Pick<Route['endpoint'], 'reply' | 'status'>,
  told: unknown,
): RawReply {
  return { status, text: JSON.stringify(reply.parse(told)) }
}

async function refresh(
  { credential, at }: Command,
  sent: string | undefined,
  { messages: { database }, sessions }: SignInSources,
): Promise<api.SignedInReply> {
  const token = sent ?? credential
  const tokens =
    token === undefined ? undefined : await refreshSession(database, { token, kind: 'CONTACT', at }, sessions)
  const who = tokens && (await whoIsSignedIn(database.query, tokens.tenant, tokens.session))
  if (!tokens || !who) {
    throw Unauthorized({ detail: 'The refresh token is unknown, was used before or is over: sign in again.' })
  }
  const { tenant, session } = tokens
  const by = { kind: 'contact', id: idOf<ContactId>(who.subject), session } as const
  const actor = {
    tenant,
    business: who.business,
    mode: who.mode,
    by,
    scopes: new Set<string>(),
    within: undefined,
  }
  return transact(database, { actor, at }, async (work) => {
    const contact = await getContact(work, who.subject)
    return showSignedIn(work, { contact, tokens, existing: true })
  })
}
