import { getContact, requireWholeBusiness } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { epochSeconds, HOUR, later } from '../kit/time.ts'
import { openSession, type SessionKeys } from '../sessions/index.ts'
import type { ContactSessionReply } from './contact-session.api.ts'
import { refuseLive } from './refuse-live.ts'

const LASTS_MS = HOUR
/** What it is called among the devices of the contact. */
const DEVICE = 'Test tools'

/** Whoever tries the business out is the contact for an hour: they see what the app shows, and spend what is in the wallet. */
export async function openContactSession(
  work: Work,
  named: string,
  keys: SessionKeys,
): Promise<ContactSessionReply> {
  refuseLive(work.actor, 'In LIVE mode contacts sign in by themselves; use a TEST key.')
  requireWholeBusiness(work.actor, 'does not sign in as one')
  const { id, firstName } = await getContact(work, named)
  const opened = { kind: 'CONTACT', subject: id, device: DEVICE, lastsMs: LASTS_MS } as const
  const { accessToken, refreshToken, expiresAt } = await openSession(work, opened, keys)
  return {
    contact_id: id,
    first_name: firstName,
    access_token: accessToken,
    refresh_token: refreshToken,
    expiration_date: epochSeconds(expiresAt),
    ends_on: epochSeconds(later(work.at, LASTS_MS)),
  }
}
