import type { Work } from '../db/index.ts'
import { type Route, route } from '../http/index.ts'
import { parseGuid } from '../kit/id.ts'
import { epochSeconds } from '../kit/time.ts'
import { passkeysOf, removePasskey } from '../passkeys/index.ts'
import { endSession, listSessions, type SubjectOf } from '../sessions/index.ts'
import { getContact } from './get-contact.ts'
import * as api from './signed-in.api.ts'

/** Where a contact is signed in and by what, for staff who are told that a phone was lost. */
export function signedInRoutes(forgetCallers: () => void): readonly Route[] {
  return [
    route(api.listSessions, async (work, { params }) => {
      const sessions = await listSessions(work, await subjectNamed(work, params.id))
      return {
        content: sessions.map(({ id, device, createdAt, rotatedAt, expiresAt }) => ({
          id,
          device: device ?? null,
          created_on: epochSeconds(createdAt),
          used_on: epochSeconds(rotatedAt),
          expires_on: epochSeconds(expiresAt),
        })),
      }
    }),
    route(
      api.endSession,
      async (work, { params }) => {
        refuseBoundKey(work)
        const of = await subjectNamed(work, params.id)
        const session = parseGuid(params.session)
        if (session !== undefined) await endSession(work, of, { session, why: 'REVOKED' })
        return { id: params.session, contact_id: of.subject }
      },
      forgetCallers,
    ),
    route(api.listPasskeys, async (work, { params }) => {
      const passkeys = await passkeysOf(work, await subjectNamed(work, params.id))
      return {
        content: passkeys.map(({ id, name, isBackedUp, createdAt, usedAt }) => ({
          id,
          name,
          is_backed_up: isBackedUp,
          created_on: epochSeconds(createdAt),
          used_on: usedAt ? epochSeconds(usedAt) : null,
        })),
      }
    }),
    route(api.removePasskey, async (work, { params }) => {
      refuseBoundKey(work)
      const of = await subjectNamed(work, params.id)
      const passkey = parseGuid(params.passkey)
      const isThere = (await passkeysOf(work, of)).some(({ id }) => id === passkey)
      if (isThere) await removePasskey(work, of, params.passkey)
      return { id: params.passkey, contact_id: of.subject }
    }),
  ]
}

async function subjectNamed(work: Work, name: string): Promise<SubjectOf & { readonly kind: 'CONTACT' }> {
  const { id: subject } = await getContact(work, name)
  return { kind: 'CONTACT', subject }
}

import { requireWholeBusiness } from './whole-business.ts'

function refuseBoundKey({ actor }: Work): void {
  requireWholeBusiness(actor, 'signs nobody out')
}
