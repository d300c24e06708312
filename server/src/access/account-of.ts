import type { Work } from '../db/index.ts'
import type { AccountReply } from './own-account.api.ts'
import { TERMS_OF } from './roles.ts'
import { countRecoveryCodes } from './second-factor.store.ts'
import type { User } from './user.ts'

/** The caller's own account as they see it. */
export async function accountOf({ actor, db }: Work, user: User): Promise<AccountReply> {
  const { id, username, name, role, passwordIsInitial } = user
  const isOn = user.secondFactor?.confirmedAt !== undefined
  return {
    id,
    username,
    name: name ?? null,
    role,
    scopes: TERMS_OF[role].scopes,
    mode: actor.mode,
    password_expired: passwordIsInitial,
    second_factor: isOn,
    recovery_codes_left: isOn ? await countRecoveryCodes(db, user) : 0,
  }
}
