import { errors, jwtVerify, SignJWT } from 'jose'
import type { Tenant } from '../kit/actor.ts'
import { epochSeconds, fromEpochSeconds, later, MINUTE } from '../kit/time.ts'
import type { SubjectKind } from './session.ts'

const ALGORITHM = 'HS256'
const ISSUER = 'tillback'
// What one kind of subject was given opens nothing of the other's.
const AUDIENCES = { STAFF: 'staff session', CONTACT: 'contact session' } as const
const LASTS_MS = 15 * MINUTE
// A token of ours has under 450 characters; longer texts are not worth a look.
const LOOKS_LIKE = /^[\w-]{10,200}\.[\w-]{10,600}\.[\w-]{43}$/

export interface AccessToken {
  readonly kind: SubjectKind
  readonly tenant: Tenant
  readonly session: string
  readonly expiresAt: Date
}

export async function signAccessToken(
  secret: Uint8Array,
  { kind, subject, tenant, session }: Omit<AccessToken, 'expiresAt'> & { readonly subject: string },
  at: Date,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const expiresAt = fromEpochSeconds(epochSeconds(later(at, LASTS_MS)))
  const token = await new SignJWT({ tenant, sid: session })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(subject)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCES[kind])
    .setIssuedAt(at)
    .setExpirationTime(expiresAt)
    .sign(secret)
  return { token, expiresAt }
}

export function looksLikeAccessToken(text: string): boolean {
  return LOOKS_LIKE.test(text)
}

/** What a token says, if it is ours; undefined if it is forged or over. Whether its session lives is asked of the database. */
export async function readAccessToken(
  secret: Uint8Array,
  token: string,
  at: Date,
): Promise<AccessToken | undefined> {
  try {
    const { payload } = await jwtVerify<{ readonly tenant: unknown; readonly sid: unknown }>(token, secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: Object.values(AUDIENCES),
      currentDate: at,
      requiredClaims: ['sub', 'exp'],
    })
    const { exp, tenant, sid, aud } = payload
    if (exp === undefined || typeof tenant !== 'number' || typeof sid !== 'string') return undefined
    const kind = aud === AUDIENCES.STAFF ? 'STAFF' : 'CONTACT'
    return { kind, tenant, session: sid, expiresAt: fromEpochSeconds(exp) }
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}
