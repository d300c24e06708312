import { hash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Tables } from '../db/index.ts'
import { networkOf } from '../http/index.ts'
import type { Mode } from '../kit/actor.ts'
import { DAY, HOUR, later, MINUTE, SECOND } from '../kit/time.ts'
import { TooManySignIns } from './access.errors.ts'
import {
  countTry,
  forgetTries,
  giveTryBack,
  nextTryOf,
  type Pace,
  type Subject,
} from './sign-in-tries.store.ts'

/**
 * The first tries are free; each further one doubles how long the next is waited for, up to a most, and it is forgotten after a
 * while without tries. So a guesser has some hundred tries a day at one name, and nobody is locked out for good.
 */
const PACES: Readonly<Record<Subject['kind'], Pace>> = {
  USER: { free: 5, mostMs: 5 * MINUTE, forgottenAfterMs: DAY },
  // Many people may sit behind one address.
  ADDRESS: { free: 50, mostMs: 5 * MINUTE, forgottenAfterMs: HOUR },
}

export interface Trying {
  readonly username: string
  readonly mode: Mode
  readonly address: string
}

/** Counts the try before it is looked at, so that of many at once no more than are free are answered; or refuses it. */
export async function takeTry(db: Kysely<Tables>, trying: Trying, at: Date): Promise<void> {
  await take(db, addressOf(trying), at)
  await take(db, nameOf(trying), at)
}

/** Of who forgot the password: apart from signing in, which nobody is kept from by asking. */
export async function takeForgotTry(db: Kysely<Tables>, trying: Trying, at: Date): Promise<void> {
  await take(db, addressOf(trying), at)
  await take(db, { kind: 'USER', name: hashOf(`forgot ${trying.mode} ${trying.username}`) }, at)
}

/** Of whoever is signed in already: many of them may sit behind one address. */
export async function takeTryOfName(
  db: Kysely<Tables>,
  named: Omit<Trying, 'address'>,
  at: Date,
): Promise<void> {
  await take(db, nameOf(named), at)
}

async function take(db: Kysely<Tables>, subject: Subject, at: Date): Promise<void> {
  if (await countTry(db, subject, PACES[subject.kind], at)) return
  const nextAt = (await nextTryOf(db, subject)) ?? at
  const seconds = Math.max(1, Math.ceil((nextAt.getTime() - at.getTime()) / SECOND))
  throw TooManySignIns({
    parameters: [subject.kind, String(seconds)],
    detail: `Too many tries ${subject.kind === 'USER' ? 'with this name' : 'from this address'}; wait ${seconds} s. Nothing was looked at.`,
    retryAfterSeconds: seconds,
  })
}

/**
 * It was right: nothing is held against the name any more. The address gets this one try back only, or else a guesser would sign in to
 * an account of their own between guesses.
 */
export async function wasRight(db: Kysely<Tables>, trying: Trying): Promise<void> {
  await giveTryBack(db, addressOf(trying))
  await nameWasRight(db, trying)
}

/** The password was right and a code is asked for: this try counts for nothing, and those before stay counted. */
export async function wasHalfRight(db: Kysely<Tables>, trying: Trying): Promise<void> {
  await giveTryBack(db, addressOf(trying))
  await giveTryBack(db, nameOf(trying))
}

export async function nameWasRight(db: Kysely<Tables>, named: Omit<Trying, 'address'>): Promise<void> {
  await forgetTries(db, { of: nameOf(named) })
}

/** What was counted long ago is removed. */
export async function forgetOldTries(db: Kysely<Tables>, at: Date): Promise<void> {
  await forgetTries(db, { before: later(at, -DAY) })
}

function addressOf({ address }: Trying): Subject {
  return { kind: 'ADDRESS', name: hashOf(networkOf(address)) }
}

function nameOf({ username, mode }: Omit<Trying, 'address'>): Subject {
  return { kind: 'USER', name: hashOf(`${mode} ${username}`) }
}

function hashOf(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}
