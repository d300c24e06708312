import type { Database } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { type ContactId, idOf } from '../kit/id.ts'
import type { Clock } from '../kit/time.ts'
import { type AccessToken, looksLikeAccessToken, readAccessToken, whoIsSignedIn } from '../sessions/index.ts'
import { hashOfKey, isWellFormed } from './api-key.ts'
import { type Caller, callerOfKey } from './api-keys.store.ts'
import { openKeyUses } from './key-uses.ts'
import { staffSignedIn } from './staff-signed-in.ts'

// A revoked key or a deleted user is refused on every process within this time; in between no request costs
// a look-up.
const KNOWN_FOR_MS = 2_000
const MAX_KNOWN = 10_000

interface Known {
  /** False once it turned out to be nobody's. */
  isGood: boolean
  readonly caller: Promise<Caller | undefined>
  readonly until: number
}

export interface Authenticator {
  /** The caller behind an API key, a staff token or a contact's; undefined: not known, over, or revoked. */
  (credential: string, from?: string): Promise<Actor | undefined>
  /** Whether it was good a moment ago, or is being looked up already. */
  knows(credential: string): boolean
  /** Looks everybody up again, so that a change to a key or a user holds at once in this process. */
  forget(): void
  /** Writes which keys were used since the last time, and from where. */
  writeUses(): Promise<void>
}

/** Finds callers, remembering each for two seconds under the hash of what they sent. */
export function authenticator(database: Database, clock: Clock, accessKey: Uint8Array): Authenticator {
  const known = new Map<string, Known>()
  const uses = openKeyUses(database)

  // A key is data of its business; a session is somebody's at a screen.
  const isOver = ({ actor, key, expiresAt }: Caller) =>
    expiresAt !== undefined && expiresAt <= (key ? clock(actor.tenant) : clock())

  const lookUpSession = async (credential: string): Promise<Caller | undefined> => {
    const token = await readAccessToken(accessKey, credential, clock())
    if (token?.kind === 'CONTACT') return contactSignedIn(database, token)
    if (token?.kind !== 'STAFF') return undefined
    const actor = await staffSignedIn(database.query, token)
    return actor && { actor, expiresAt: token.expiresAt }
  }

  const lookUp = async (credential: string, hash: Buffer): Promise<Caller | undefined> => {
    return isWellFormed(credential) ? callerOfKey(database.query, hash) : lookUpSession(credential)
  }

  const remembered = (credential: string): Promise<Caller | undefined> => {
    const hash = hashOfKey(credential)
    const name = nameOf(hash)
    const now = performance.now()
    const there = known.get(name)
    if (there && there.until > now) return there.caller
    const caller = lookUp(credential, hash)
    if (known.size >= MAX_KNOWN) known.clear()
    const entry = { caller, until: now + KNOWN_FOR_MS, isGood: true }
    known.set(name, entry)
    caller.then(
      (found) => {
        entry.isGood = found !== undefined && !isOver(found)
      },
      () => known.delete(name),
    )
    return caller
  }

  const authenticate = async (credential: string, from?: string): Promise<Actor | undefined> => {
    if (!isWellFormed(credential) && !looksLikeAccessToken(credential)) return undefined
    const caller = await remembered(credential)
    if (!caller || isOver(caller)) return undefined
    const { actor, key } = caller
    if (key)
      uses.note({
        tenant: actor.tenant,
        id: key.id,
        at: clock(actor.tenant),
        from: key.isPublic ? undefined : from,
      })
    return actor
  }
  return Object.assign(authenticate, {
    knows: (credential: string) => known.get(nameOf(hashOfKey(credential)))?.isGood ?? false,
    forget: () => known.clear(),
    writeUses: uses.write,
  })
}

function nameOf(hash: Buffer): string {
  return hash.toString('base64')
}

/** The contact behind an access token, while their session lives. */
async function contactSignedIn(
  { query }: Database,
  { tenant, session, expiresAt }: AccessToken,
): Promise<Caller | undefined> {
  const found = await whoIsSignedIn(query, tenant, session)
  if (found?.kind !== 'CONTACT') return undefined
  const by = { kind: 'contact', id: idOf<ContactId>(found.subject), session } as const
  const { business, mode } = found
  return {
    actor: { tenant, business, mode, by, scopes: new Set(), within: undefined },
    expiresAt: expiresAt < found.expiresAt ? expiresAt : found.expiresAt,
  }
}
