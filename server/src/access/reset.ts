import { hash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'
import { parseGuid } from '../kit/id.ts'
import { later, MINUTE } from '../kit/time.ts'
import type { User } from './user.ts'

export const RESET_MINUTES = 30
const LOOKS_LIKE = /^tbp_([0-9a-z]{1,7})_([0-9a-f]{32})_[\w-]{43}$/

/** What somebody who forgot the password chooses another with, once; mailed, and only its hash is kept. */
export function drawReset(
  { tenant, id }: Pick<User, 'tenant' | 'id'>,
  at: Date,
): { readonly token: string; readonly reset: NonNullable<User['reset']> } {
  const secret = randomBytes(32).toString('base64url')
  const token = `tbp_${tenant.toString(36)}_${id.replaceAll('-', '')}_${secret}`
  return {
    token,
    reset: { hash: hash('sha256', token, 'buffer'), endsAt: later(at, RESET_MINUTES * MINUTE) },
  }
}

/** Of whose password the text says that it is. */
export function readReset(text: string): { readonly tenant: Tenant; readonly id: string } | undefined {
  const [, tenant = '', hex = ''] = LOOKS_LIKE.exec(text) ?? []
  const id = parseGuid(hex)
  return id === undefined ? undefined : { tenant: Number.parseInt(tenant, 36), id }
}

export function isReset({ reset }: User, text: string, at: Date): boolean {
  if (!reset || reset.endsAt <= at) return false
  return timingSafeEqual(hash('sha256', text, 'buffer'), reset.hash)
}
