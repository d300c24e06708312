import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'
import { parseGuid } from '../kit/id.ts'
import { DAY, later } from '../kit/time.ts'
import type { User } from './user.ts'

const LASTS_MS = 7 * DAY
const LOOKS_LIKE = /^tbi_([0-9a-z]{1,7})_([0-9a-f]{32})_[\w-]{43}$/

/** What somebody chooses a password with, once; told once, and only its hash is kept. */
export function drawInvitation(
  { tenant, id }: Pick<User, 'tenant' | 'id'>,
  at: Date,
): { readonly token: string; readonly invitation: NonNullable<User['invitation']> } {
  const secret = randomBytes(32).toString('base64url')
  const token = `tbi_${tenant.toString(36)}_${id.replaceAll('-', '')}_${secret}`
  return { token, invitation: { hash: hash('sha256', token, 'buffer'), endsAt: later(at, LASTS_MS) } }
}

/** Whose invitation the text says it is. */
export function readInvitation(text: string): { readonly tenant: Tenant; readonly id: string } | undefined {
  const [, tenant = '', hex = ''] = LOOKS_LIKE.exec(text) ?? []
  const id = parseGuid(hex)
  return id === undefined ? undefined : { tenant: Number.parseInt(tenant, 36), id }
}

export function isInvitation({ invitation }: User, text: string, at: Date): boolean {
  if (!invitation || invitation.endsAt <= at) return false
  return timingSafeEqual(hash('sha256', text, 'buffer'), invitation.hash)
}
