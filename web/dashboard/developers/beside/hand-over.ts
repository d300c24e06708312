import { BESIDE, HANDED } from '../../../kit/beside.ts'
import { type Session, writeSession } from '../../../kit/session.ts'
import type { Session as AppSession } from '../../../shopper/session/session.ts'
import type { Reply } from '../../read.ts'

export type AsContact = Reply<'testHelpers', 'openTestContactSession'>

// The storage of this tab is that of its frames as well: nothing stands in an address, and what the device keeps stays as it is.

/** The till speaks with what the viewer is signed in with, and gets the next token when they do. */
export function handToTill({ credential, mode, staff }: Session): void {
  sessionStorage.setItem(HANDED.till, writeSession({ credential, mode, staff }))
}

export function handToApp({
  access_token,
  refresh_token,
  expiration_date,
  contact_id,
  first_name,
}: AsContact): void {
  takeFromApp()
  if (access_token === null || refresh_token === null) return
  const session: AppSession = {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: expiration_date,
    contact: contact_id,
    firstName: first_name ?? '',
  }
  sessionStorage.setItem(HANDED.shopper, JSON.stringify(session))
}

/** Leaves nothing of either in this tab. */
export function takeBack(): void {
  forget((name) => name.endsWith(BESIDE))
  takeFromApp()
}

function takeFromApp(): void {
  forget((name) => name.startsWith('tillback.shopper'))
}

function forget(isMeant: (name: string) => boolean): void {
  for (const name of Object.keys(sessionStorage)) if (isMeant(name)) sessionStorage.removeItem(name)
}
