import { errors, jwtVerify, SignJWT } from 'jose'
import type { Tenant } from '../kit/actor.ts'
import { epochSeconds, fromEpochSeconds, HOUR, later } from '../kit/time.ts'

const ALGORITHM = 'HS256'
const ISSUER = 'tillback'
// Tokens of shoppers will be made with the same secret; none of them opens the back office.
const AUDIENCE = 'staff'
const LASTS_MS = HOUR
// A token of ours has under 300 characters; longer texts are not worth a look.
const LOOKS_LIKE = /^[\w-]{10,200}\.[\w-]{10,400}\.[\w-]{43}$/

export interface StaffToken {
  readonly user: string
  readonly tenant: Tenant
  readonly expiresAt: Date
}

export async function signToken(
  secret: Uint8Array,
  { user, tenant }: Pick<StaffToken, 'user' | 'tenant'>,
  at: Date,
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const expiresAt = fromEpochSeconds(epochSeconds(later(at, LASTS_MS)))
  const token = await new SignJWT({ tenant })
    .setProtectedHeader({ alg: ALGORITHM })
    .setSubject(user)
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setIssuedAt(at)
    .setExpirationTime(expiresAt)
    .sign(secret)
  return { token, expiresAt }
}

export function looksLikeToken(text: string): boolean {
  return LOOKS_LIKE.test(text)
}

/** What a token says, if it is ours; undefined if it is forged, for others, or over. */
export async function readToken(
  secret: Uint8Array,
  token: string,
  at: Date,
): Promise<StaffToken | undefined> {
  try {
    const { payload } = await jwtVerify<{ readonly tenant: unknown }>(token, secret, {
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      currentDate: at,
      requiredClaims: ['sub', 'exp'],
    })
    const { sub, exp, tenant } = payload
    if (sub === undefined || exp === undefined || typeof tenant !== 'number') return undefined
    return { user: sub, tenant, expiresAt: fromEpochSeconds(exp) }
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}
