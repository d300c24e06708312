import { type Database, transact } from '../db/index.ts'
import { nobody, type Tenant } from '../kit/actor.ts'
import { type SessionKeys, type SessionTokens, tokensOf } from './open-session.ts'
import {
  endOf,
  hashOfToken,
  judgeRefresh,
  readRefreshToken,
  refreshToken,
  type Session,
  type SubjectKind,
} from './session.ts'
import { endOne, holdSession, saveRotation } from './sessions.store.ts'

export interface Refreshed extends SessionTokens {
  readonly tenant: Tenant
}

/**
 * The next tokens of a session, for its newest refresh token. One that was used before, after the grace, was stolen by whoever came
 * first or comes now: the session ends, and with it what was stolen. It brings its own transaction, because that end has to stay.
 */
export async function refreshSession(
  database: Database,
  sent: { readonly token: string; readonly kind: SubjectKind; readonly at: Date },
  keys: SessionKeys,
): Promise<Refreshed | undefined> {
  const { token, kind, at } = sent
  const told = readRefreshToken(keys.refresh, token)
  if (!told) return undefined
  return transact(database, { actor: nobody, at }, async ({ db }) => {
    const session = await holdSession(db, told.tenant, told.session)
    if (session?.kind !== kind) return undefined
    const judged = judgeRefresh(session, { token, generation: told.generation }, at)
    if (judged === 'OVER') return undefined
    if (judged === 'REUSED') {
      await endOne(db, session, session.id, { at, why: 'REUSED' })
      return undefined
    }
    const now = judged === 'ROTATE' ? rotated(session, keys, at) : session
    if (judged === 'ROTATE') await saveRotation(db, now)
    return { tenant: now.tenant, ...(await tokensOf(now, newest(now, keys), keys, at)) }
  })
}

function rotated(session: Session, keys: SessionKeys, at: Date): Session {
  const next = {
    ...session,
    generation: session.generation + 1,
    rotatedAt: at,
    expiresAt: endOf(session, at),
  }
  return { ...next, tokenHash: hashOfToken(newest(next, keys)) }
}

function newest({ tenant, id, generation }: Session, keys: SessionKeys): string {
  return refreshToken(keys.refresh, { tenant, session: id, generation })
}
