import type { Database } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { Clock } from '../kit/time.ts'
import { hashOfKey, isWellFormed } from './api-key.ts'
import { actorOfKey } from './api-keys.store.ts'

// A revoked key is refused on every process within this time; in between no request costs a look-up.
const KNOWN_FOR_MS = 2_000
const MAX_KNOWN = 10_000

interface Known {
  readonly actor: Promise<Actor | undefined>
  readonly until: number
}

/** Finds callers by key, remembering each for two seconds under the key's hash. */
export function keyAuthenticator(
  database: Database,
  clock: Clock,
): (key: string) => Promise<Actor | undefined> {
  const known = new Map<string, Known>()
  return (key) => {
    if (!isWellFormed(key)) return Promise.resolve(undefined)
    const hash = hashOfKey(key)
    const name = hash.toString('base64')
    const now = performance.now()
    const there = known.get(name)
    if (there && there.until > now) return there.actor
    const actor = actorOfKey(database.query, hash, clock())
    if (known.size >= MAX_KNOWN) known.clear()
    known.set(name, { actor, until: now + KNOWN_FOR_MS })
    actor.catch(() => known.delete(name))
    return actor
  }
}
