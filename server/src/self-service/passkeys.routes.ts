import { type Contact, getContact } from '../contacts/index.ts'
import { transact } from '../db/index.ts'
import { commandRoute, type RawReply, type Route, route } from '../http/index.ts'
import { Refusal } from '../kit/error.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import {
  askForPasskey,
  askForProof,
  InvalidPasskey,
  type Passkey,
  passkeysOf,
  provePasskey,
  type RelyingParty,
  registerPasskey,
  removePasskey,
  renamePasskey,
} from '../passkeys/index.ts'
import { openSession } from '../sessions/index.ts'
import { ownContact } from './own.ts'
import * as api from './passkeys.api.ts'
import type { SignInSources } from './prove-code.ts'
import { showSignedIn } from './show-signed-in.ts'

interface Sources extends Pick<SignInSources, 'messages' | 'sessions'> {
  readonly party: RelyingParty
}

const kind = 'CONTACT'

export function passkeysRoutes({ messages: { database }, sessions, party }: Sources): readonly Route[] {
  return [
    commandRoute(api.askForOwnPasskey, async (command, { params }) => {
      const public_key = await transact(database, command, async (work) => {
        const contact = await ownContact(work, params.id)
        const { name: site } = await readBusiness(work.db, work.actor.tenant)
        const shown = { name: nameOf(contact), fullName: fullNameOf(contact), site }
        return askForPasskey(work, { kind, subject: contact.id, ...shown }, party)
      })
      return answer(api.askForOwnPasskey, { public_key })
    }),
    commandRoute(api.registerOwnPasskey, async (command, { params, body }) => {
      const { id: subject } = await transact(database, command, (work) => ownContact(work, params.id))
      const made = await registerPasskey({ database, party }, command, { kind, subject, ...body })
      return answer(api.registerOwnPasskey, shown(made))
    }),
    route(api.listOwnPasskeys, async (work, { params }) => {
      const { id: subject } = await ownContact(work, params.id)
      return { content: (await passkeysOf(work, { kind, subject })).map(shown) }
    }),
    route(api.renameOwnPasskey, async (work, { params, body: { name } }) => {
      const { id: subject } = await ownContact(work, params.id)
      return shown(await renamePasskey(work, { kind, subject }, { passkey: params.passkey, name }))
    }),
    route(api.removeOwnPasskey, async (work, { params }) => {
      const { id: subject } = await ownContact(work, params.id)
      return { id: await removePasskey(work, { kind, subject }, params.passkey) }
    }),
    commandRoute(api.askForPasskeySignIn, async (command) => {
      const public_key = await transact(database, command, (work) => askForProof(work, kind, party))
      return answer(api.askForPasskeySignIn, { public_key })
    }),
    commandRoute(api.signInWithPasskey, async (command, { body: { credential } }) => {
      const told = await provePasskey(
        { database, party },
        command,
        { kind, credential },
        async (work, id) => {
          const contact = await getContact(work, id).catch(unknown)
          const of = { kind, subject: contact.id, device: command.userAgent } as const
          return showSignedIn(work, {
            contact,
            tokens: await openSession(work, of, sessions),
            existing: true,
          })
        },
      )
      return answer(api.signInWithPasskey, told)
    }),
  ]
}

/** What is told here is told once: nothing of it is stored under an idempotency key. */
function answer(
  { reply, status = 200 }: Pick<Route['endpoint'], 'reply' | 'status'>,
  told: unknown,
): RawReply {
  return { status, text: JSON.stringify(reply.parse(told)) }
}

function shown({ id, name, isBackedUp, createdAt, usedAt }: Passkey): api.PasskeyReply {
  return {
    id,
    name,
    is_backed_up: isBackedUp,
    created_on: epochSeconds(createdAt),
    used_on: usedAt ? epochSeconds(usedAt) : null,
  }
}

/** By which somebody with several recognises themselves in their device's list. */
function nameOf({ identifiers, code }: Contact): string {
  const main =
    identifiers.find(({ kind }) => kind === 'EMAIL') ?? identifiers.find(({ kind }) => kind === 'PHONE')
  return main?.value ?? code
}

function fullNameOf({ firstName, lastName }: Contact): string {
  return [firstName, lastName].filter((name) => name !== null).join(' ')
}

function unknown(error: unknown): never {
  throw error instanceof Refusal ? InvalidPasskey() : error
}
