import { createHmac, hash, timingSafeEqual } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'
import { DAY, HOUR, later, SECOND } from '../kit/time.ts'

export const SUBJECT_KINDS = ['STAFF', 'CONTACT'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** Somebody signed in on one device: one family of refresh tokens. */
export interface Session {
  readonly tenant: Tenant
  readonly id: string
  readonly kind: SubjectKind
  readonly subject: string
  /** As who signed in called it; undefined: they did not say. */
  readonly device: string | undefined
  readonly generation: number
  readonly tokenHash: Buffer
  readonly rotatedAt: Date
  readonly createdAt: Date
  readonly expiresAt: Date
  /** When it is over however much it is used; undefined: as all of its kind. */
  readonly endsAt: Date | undefined
  readonly ended: { readonly at: Date; readonly why: EndReason } | undefined
}

export type EndReason = 'SIGNED_OUT' | 'REVOKED' | 'REUSED'

/** How long a session lasts without being used, and at most. */
const LASTS = {
  STAFF: { idleMs: 12 * HOUR, mostMs: 7 * DAY },
  CONTACT: { idleMs: 60 * DAY, mostMs: 365 * DAY },
} as const satisfies Record<SubjectKind, object>

export function endOf(
  { kind, createdAt, endsAt }: Pick<Session, 'kind' | 'createdAt' | 'endsAt'>,
  usedAt: Date,
): Date {
  const { idleMs, mostMs } = LASTS[kind]
  const most = later(createdAt, mostMs)
  const idle = later(usedAt, idleMs)
  return [most, endsAt ?? most].reduce((first, each) => (each < first ? each : first), idle)
}

/**
 * How long the token before the newest still gets the newest: two tabs that refresh at once, or an answer that was lost on its way,
 * are no thief.
 */
export const GRACE_MS = 30 * SECOND

/** A refresh token that we made, though it may be used, over, or of a session that ended. */
export interface RefreshToken {
  readonly tenant: Tenant
  readonly session: string
  readonly generation: number
}

const LOOKS_LIKE = /^tbr_([0-9a-z]{1,7})_([0-9a-f]{32})_([0-9a-z]{1,6})_[\w-]{43}$/

/**
 * The token follows from what it names and the installation's secret, so that who asks twice within the grace is told the same one,
 * though only its hash is kept.
 */
export function refreshToken(secret: Uint8Array, { tenant, session, generation }: RefreshToken): string {
  const named = `tbr_${tenant.toString(36)}_${session.replaceAll('-', '')}_${generation.toString(36)}`
  return `${named}_${createHmac('sha256', secret).update(named).digest('base64url')}`
}

/** What a refresh token names, if it is ours. */
export function readRefreshToken(secret: Uint8Array, text: string): RefreshToken | undefined {
  const match = LOOKS_LIKE.exec(text)
  if (!match) return undefined
  const [, tenant = '', hex = '', generation = ''] = match
  const told = {
    tenant: Number.parseInt(tenant, 36),
    session: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    generation: Number.parseInt(generation, 36),
  }
  return timingSafeEqual(hashOfToken(refreshToken(secret, told)), hashOfToken(text)) ? told : undefined
}

export function hashOfToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

export type RefreshJudgement = 'ROTATE' | 'REPEAT' | 'OVER' | 'REUSED'

/** What becomes of a session when one of its refresh tokens is sent. */
export function judgeRefresh(
  session: Session,
  { token, generation }: { readonly token: string; readonly generation: number },
  at: Date,
): RefreshJudgement {
  if (session.ended || session.expiresAt <= at) return 'OVER'
  if (timingSafeEqual(hashOfToken(token), session.tokenHash)) return 'ROTATE'
  const isLast = generation === session.generation - 1
  return isLast && at < later(session.rotatedAt, GRACE_MS) ? 'REPEAT' : 'REUSED'
}
