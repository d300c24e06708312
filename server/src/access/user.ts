import type { Tenant } from '../kit/actor.ts'
import type { UserId } from '../kit/id.ts'
import type { Role } from './roles.ts'

export const USER_STATES = ['INVITED', 'ACTIVE', 'DISABLED'] as const
export type UserState = (typeof USER_STATES)[number]

/** A member of staff, in one mode of one business. */
export interface User {
  readonly tenant: Tenant
  readonly id: UserId
  readonly username: string
  readonly name: string | undefined
  readonly role: Role
  readonly state: UserState
  /** Undefined while they are invited. */
  readonly passwordHash: string | undefined
  /** Chosen by somebody else and not changed since. */
  readonly passwordIsInitial: boolean
  readonly createdAt: Date
  readonly signedInAt: Date | undefined
  /** Of an authenticator app; confirmed once a code of it came. */
  readonly secondFactor: { readonly sealed: Buffer; readonly confirmedAt: Date | undefined } | undefined
  /** Of who forgot the password. */
  readonly reset: { readonly hash: Buffer; readonly endsAt: Date } | undefined
  readonly invitation: { readonly hash: Buffer; readonly endsAt: Date } | undefined
}

/** A username is written in any case and means the same. */
export function usernameOf(text: string): string {
  return text.trim().toLowerCase()
}
