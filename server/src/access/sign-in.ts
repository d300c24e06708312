import { writeAct } from '../audit/index.ts'
import { type Database, transact } from '../db/index.ts'
import { type Command, Unauthorized } from '../http/index.ts'
import type { Actor, Mode } from '../kit/actor.ts'
import { epochSeconds } from '../kit/time.ts'
import { readBusiness } from '../organisations/index.ts'
import { openSession, refreshSession, type SessionKeys, type SessionTokens } from '../sessions/index.ts'
import { InvalidLogin, SecondFactorNeeded } from './access.errors.ts'
import { actorOf } from './actor-of-user.ts'
import { isPassword } from './password.ts'
import { hasSecondFactor, useCode } from './second-factor.ts'
import type { SignedIn } from './sign-in.api.ts'
import { takeTry, wasHalfRight, wasRight } from './sign-in-tries.ts'
import { staffSignedIn } from './staff-signed-in.ts'
import { type User, usernameOf } from './user.ts'
import { findUser, holdUser, saveSignIn, userNamed } from './users.store.ts'

export interface Credentials {
  readonly username: string
  readonly password: string
  readonly mode: Mode
  /** Of the second factor. */
  readonly code?: string | undefined
  readonly device?: string | undefined
}

export interface SignInWith {
  readonly database: Database
  readonly sessionKeys: SessionKeys
  readonly secondFactorKey: Uint8Array
}

/** Checks name and password and opens a session of one business in one mode. */
export async function signIn(
  { database, sessionKeys, secondFactorKey: key }: SignInWith,
  { username, password, mode, code, device }: Credentials,
  command: Command,
): Promise<SignedIn> {
  const { at, address } = command
  const trying = { username: usernameOf(username), mode, address }
  await takeTry(database.query, trying, at)
  const user = await userNamed(database.query, trying)
  const isRight = await isPassword(password, user?.passwordHash)
  if (!user || !isRight || user.state !== 'ACTIVE') {
    throw notSignedIn(mode)
  }
  if (code === undefined && hasSecondFactor(user)) {
    await wasHalfRight(database.query, trying)
    throw SecondFactorNeeded({ parameters: ['code'], detail: 'Send it as code, with name and password.' })
  }
  const { id, name } = await readBusiness(database.query, user.tenant)
  const actor = actorOf(user, { id, mode })
  const tokens = await transact(database, { actor, at }, async (work) => {
    // What was found out about them may have been changed while the password was hashed.
    const now = await holdUser(work.db, user.tenant, user.id)
    if (now?.state !== 'ACTIVE' || now.passwordHash !== user.passwordHash) throw notSignedIn(mode)
    if (hasSecondFactor(now)) await useCode(work.db, now, { code: code ?? '', at, key })
    await saveSignIn(work.db, user, at)
    const opened = await openSession(work, { kind: 'STAFF', subject: user.id, device }, sessionKeys)
    await writeAct(work, command, {
      operation: 'authenticateUser',
      target: user.id,
      changes: [],
      name: user.username,
    })
    return opened
  })
  await wasRight(database.query, trying)
  return told(tokens, user, { mode, organisation: { id, name } })
}

function notSignedIn(mode: Mode): Error {
  return InvalidLogin({ detail: `No user of ${mode} mode has this name and password.` })
}

/** The next tokens of a session, for its newest refresh token; see `sessions` for what becomes of older ones. */
export async function refresh(
  { database, sessionKeys }: SignInWith,
  token: string,
  at: Date,
): Promise<SignedIn> {
  const tokens = await refreshSession(database, { token, kind: 'STAFF', at }, sessionKeys)
  const actor: Actor | undefined = tokens && (await staffSignedIn(database.query, tokens))
  const user =
    tokens && actor && (await findUser(database.query, { tenant: tokens.tenant, id: tokens.subject }))
  if (!user) {
    throw Unauthorized({
      detail: 'The refresh token is used, over, or of a session that ended; sign in again.',
    })
  }
  const { id, name } = await readBusiness(database.query, user.tenant)
  return told(tokens, user, { mode: actor.mode, organisation: { id, name } })
}

function told(
  { accessToken, refreshToken, expiresAt }: SessionTokens,
  { id, passwordIsInitial, role }: User,
  {
    mode,
    organisation,
  }: { readonly mode: Mode; readonly organisation: { readonly id: string; readonly name: string } },
): SignedIn {
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    expiration_date: epochSeconds(expiresAt),
    mode,
    password_expired: passwordIsInitial,
    lockout_date: null,
    user: { id, role },
    organisations: [organisation],
  }
}
