import type { Database } from '../db/index.ts'
import type { Mode } from '../kit/actor.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import type { SignedIn } from './access.api.ts'
import { InvalidLogin } from './access.errors.ts'
import { usernameOf } from './create-user.ts'
import { isPassword } from './password.ts'
import { signToken } from './staff-token.ts'
import { userNamed } from './users.store.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
  readonly mode: Mode
}

export interface SignInWith {
  readonly database: Database
  readonly tokenSecret: Uint8Array
}

/** Checks name and password and hands out a token for one business in one mode. */
export async function signIn(
  { database, tokenSecret }: SignInWith,
  { username, password, mode }: Credentials,
  at: Date,
): Promise<SignedIn> {
  const user = await userNamed(database.query, { username: usernameOf(username), mode })
  const isRight = await isPassword(password, user?.passwordHash)
  if (!user || !isRight) throw InvalidLogin({ detail: `No user of ${mode} mode has this name and password.` })

  const { token, expiresAt } = await signToken(tokenSecret, { user: user.id, tenant: user.tenant }, at)
  const { id, name } = await readBusiness(database.query, user.tenant)
  return {
    access_token: token,
    refresh_token: null,
    expiration_date: epochSeconds(expiresAt),
    mode,
    organisations: [{ id, name }],
  }
}
