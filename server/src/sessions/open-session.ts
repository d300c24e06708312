import { hkdfSync } from 'node:crypto'
import type { Work } from '../db/index.ts'
import { newId } from '../kit/id.ts'
import { later } from '../kit/time.ts'
import { signAccessToken } from './access-token.ts'
import { endOf, hashOfToken, refreshToken, type Session, type SubjectKind } from './session.ts'
import { insertSession } from './sessions.store.ts'

/** What tokens are made with: one secret an installation, a key for each kind of token. */
export interface SessionKeys {
  readonly access: Uint8Array
  readonly refresh: Uint8Array
}

export function sessionKeys(secret: Uint8Array): SessionKeys {
  const keyFor = (use: string) => new Uint8Array(hkdfSync('sha256', secret, '', use, 32))
  return { access: keyFor('access tokens'), refresh: keyFor('refresh tokens') }
}

/** What whoever signed in gets: told once, kept nowhere. */
export interface SessionTokens {
  readonly session: string
  readonly subject: string
  readonly accessToken: string
  readonly refreshToken: string
  /** Of the access token. */
  readonly expiresAt: Date
}

export interface NewSession {
  readonly kind: SubjectKind
  readonly subject: string
  readonly device?: string | undefined
  /** How long it lasts however much it is used; undefined: as all of its kind. */
  readonly lastsMs?: number
}

const LONGEST_DEVICE = 200

/** Signs somebody in, whom the caller has made sure of. */
export async function openSession(
  { db, actor: { tenant }, at }: Pick<Work, 'db' | 'actor' | 'at'>,
  { kind, subject, device, lastsMs }: NewSession,
  keys: SessionKeys,
): Promise<SessionTokens> {
  const id = newId<string>()
  const endsAt = lastsMs === undefined ? undefined : later(at, lastsMs)
  const token = refreshToken(keys.refresh, { tenant, session: id, generation: 0 })
  const session: Session = {
    tenant,
    id,
    kind,
    subject,
    device: device?.slice(0, LONGEST_DEVICE),
    generation: 0,
    tokenHash: hashOfToken(token),
    rotatedAt: at,
    createdAt: at,
    expiresAt: endOf({ kind, createdAt: at, endsAt }, at),
    endsAt,
    ended: undefined,
  }
  await insertSession(db, session)
  return tokensOf(session, token, keys, at)
}

export async function tokensOf(
  { tenant, id, kind, subject }: Session,
  token: string,
  keys: SessionKeys,
  at: Date,
): Promise<SessionTokens> {
  const access = await signAccessToken(keys.access, { kind, subject, tenant, session: id }, at)
  return {
    session: id,
    subject,
    accessToken: access.token,
    refreshToken: token,
    expiresAt: access.expiresAt,
  }
}
