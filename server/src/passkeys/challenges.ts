import { type Database, transact, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { type Clock, later } from '../kit/time.ts'
import { readTenants } from '../ledger/index.ts'
import { CHALLENGE_MS, hashOfChallenge, type SubjectOf } from './passkey.ts'
import { type Challenge, deleteChallengesOver, insertChallenge, takeChallenge } from './passkeys.store.ts'

export async function keepChallenge(
  work: Work,
  challenge: string,
  of: Pick<SubjectOf, 'kind'> & Partial<SubjectOf>,
): Promise<void> {
  const expiresAt = later(work.at, CHALLENGE_MS)
  await insertChallenge(work, hashOfChallenge(challenge), { kind: of.kind, subject: of.subject, expiresAt })
}

/** Whether it was asked for, of this subject, not long ago and by nobody before. It is used up, whatever comes of the rest. */
export async function useChallenge(
  database: Database,
  asking: { readonly actor: Actor; readonly at: Date },
  { challenge, kind, subject }: { readonly challenge: string } & Pick<Challenge, 'kind' | 'subject'>,
): Promise<boolean> {
  const found = await transact(database, asking, (work) => takeChallenge(work, hashOfChallenge(challenge)))
  return found?.kind === kind && found.subject === subject && found.expiresAt > asking.at
}

export async function forgetChallenges({
  database,
  clock,
}: {
  readonly database: Database
  readonly clock: Clock
}): Promise<void> {
  for (const { tenant } of await readTenants(database)) {
    await deleteChallengesOver(database.query, tenant, clock())
  }
}
