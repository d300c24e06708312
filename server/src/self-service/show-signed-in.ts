import type { Contact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import type { SessionTokens } from '../sessions/index.ts'
import type { SentCode } from './ask-code.ts'
import type { SignedInReply } from './sign-in.api.ts'

interface Told {
  readonly contact: Contact
  /** Undefined: a code has to be given back first. */
  readonly tokens?: SessionTokens
  readonly sent?: Partial<SentCode>
  readonly existing: boolean
}

export async function showSignedIn(
  work: Work,
  { contact, tokens, sent = {}, existing }: Told,
): Promise<SignedInReply> {
  const { id, name } = await readBusiness(work.db, work.actor.tenant)
  return {
    access_token: tokens?.accessToken ?? null,
    refresh_token: tokens?.refreshToken ?? null,
    expiration_date: tokens ? epochSeconds(tokens.expiresAt) : null,
    contact: {
      id: contact.id,
      type: contact.type,
      first_name: contact.firstName,
      last_name: contact.lastName,
      is_verified: tokens !== undefined,
    },
    organisations: [{ id, type: 'BUSINESS', name }],
    communities: [],
    obfuscated_value: null,
    auth_otp: null,
    ...sent,
    existing_contact: existing,
  }
}

/** A code is on its way to whoever it may be: nothing is told of them yet. */
export function showSent(sent: SentCode): SignedInReply {
  return {
    access_token: null,
    refresh_token: null,
    expiration_date: null,
    contact: null,
    organisations: [],
    communities: [],
    ...sent,
    existing_contact: true,
  }
}
