import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import { InvalidState } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import { seal, unseal } from '../kit/sealed.ts'
import { readBusiness } from '../organisations/index.ts'
import { InvalidSecondFactor } from './access.errors.ts'
import { endOtherSessions, holdSelf, refuseWrongPassword } from './own-account.ts'
import { drawRecoveryCodes, hashOfRecoveryCode } from './recovery-code.ts'
import {
  replaceRecoveryCodes,
  saveConfirmation,
  saveSecret,
  useRecoveryCode,
  useStep,
} from './second-factor.store.ts'
import { nameWasRight } from './sign-in-tries.ts'
import { base32Of, drawSecret, stepOfCode, totpUri } from './totp.ts'
import type { User } from './user.ts'

const SIX_DIGITS = /^\d{6}$/

/** A new secret for the caller's app, told once; nothing is asked for until a code of it came. */
export async function enrol(
  work: Work,
  password: string,
  key: Uint8Array,
): Promise<{ readonly secret: string; readonly uri: string }> {
  const user = await holdSelf(work)
  await refuseWrongPassword(user, password)
  if (hasSecondFactor(user)) throw stateOf(user, 'on', 'remove it first')
  await nameWasRight(work.db, { username: user.username, mode: work.actor.mode })
  const secret = drawSecret()
  await saveSecret(work.db, user, seal(key, ownerOf(user), { secret: secret.toString('base64') }))
  const { name: issuer } = await readBusiness(work.db, work.actor.tenant)
  return { secret: base32Of(secret), uri: totpUri(secret, { issuer, account: user.username }) }
}

/** The first code of the app: from now on one is asked for at each sign-in, and whoever else is signed in is signed out. */
export async function confirm(work: Work, code: string, key: Uint8Array): Promise<readonly string[]> {
  const user = await holdSelf(work)
  if (hasSecondFactor(user)) throw stateOf(user, 'on', 'it is confirmed')
  if (!user.secondFactor) throw stateOf(user, 'off', 'enrol first')
  await useCode(work.db, user, { code, at: work.at, key })
  await saveConfirmation(work.db, user, work.at)
  await endOtherSessions(work)
  return newRecoveryCodes(work, user, key)
}

export async function renewRecoveryCodes(
  work: Work,
  code: string,
  key: Uint8Array,
): Promise<readonly string[]> {
  const user = await holdOn(work)
  await useCode(work.db, user, { code, at: work.at, key })
  return newRecoveryCodes(work, user, key)
}

export async function removeOwn(
  work: Work,
  { password, code }: { readonly password: string; readonly code: string },
  key: Uint8Array,
): Promise<void> {
  const user = await holdOn(work)
  await refuseWrongPassword(user, password)
  await useCode(work.db, user, { code, at: work.at, key })
  await nameWasRight(work.db, { username: user.username, mode: work.actor.mode })
  await removeFactor(work, user)
}

/** Also by who manages staff, for somebody who lost both app and codes. */
export async function removeFactor({ db }: Work, user: User): Promise<void> {
  await saveSecret(db, user, null)
  await replaceRecoveryCodes(db, user, [])
}

export function hasSecondFactor({ secondFactor }: User): boolean {
  return secondFactor?.confirmedAt !== undefined
}

interface Shown {
  readonly code: string
  readonly at: Date
  readonly key: Uint8Array
}

/** A code of the app or a recovery code, which is used with it: of several requests with one, one passes. */
export async function useCode(db: Kysely<Tables>, user: User, shown: Shown): Promise<void> {
  const code = shown.code.replaceAll(/\s/g, '')
  const isGood = SIX_DIGITS.test(code)
    ? await isAppCode(db, user, { ...shown, code })
    : await isRecoveryCode(db, user, shown)
  if (!isGood) throw InvalidSecondFactor({ detail: 'The code is wrong, over, or was used.' })
}

async function isAppCode(db: Kysely<Tables>, user: User, { code, at, key }: Shown): Promise<boolean> {
  const { sealed } = present(user.secondFactor, 'whoever shows a code has a secret')
  const { secret = '' } = unseal(key, ownerOf(user), sealed)
  const step = stepOfCode(Buffer.from(secret, 'base64'), code, at)
  return step !== undefined && (await useStep(db, user, step))
}

function isRecoveryCode(db: Kysely<Tables>, user: User, { code, at, key }: Shown): Promise<boolean> {
  return useRecoveryCode(db, user, { hash: hashOfRecoveryCode(key, user, code), at })
}

async function newRecoveryCodes(work: Work, user: User, key: Uint8Array): Promise<readonly string[]> {
  const codes = drawRecoveryCodes()
  await replaceRecoveryCodes(
    work.db,
    user,
    codes.map((code) => hashOfRecoveryCode(key, user, code)),
  )
  await nameWasRight(work.db, { username: user.username, mode: work.actor.mode })
  return codes
}

async function holdOn(work: Work): Promise<User> {
  const user = await holdSelf(work)
  if (!hasSecondFactor(user)) throw stateOf(user, 'off', 'enrol first')
  return user
}

function stateOf({ id }: User, state: 'on' | 'off', hint: string): Error {
  return InvalidState({
    parameters: ['second_factor', id, state],
    detail: `The second factor is ${state}; ${hint}.`,
  })
}

function ownerOf({ tenant, id }: User): string {
  return `second factor ${tenant} ${id}`
}
