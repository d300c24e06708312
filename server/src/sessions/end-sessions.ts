import type { Work } from '../db/index.ts'
import type { EndReason, Session, SubjectKind } from './session.ts'
import { endAll, endOne, giveSessions, liveSessions } from './sessions.store.ts'

export interface SubjectOf {
  readonly kind: SubjectKind
  readonly subject: string
}

/** Ends one session of the subject: its tokens are refused from now on, on other processes within two seconds. Again: nothing. */
export async function endSession(
  { db, actor, at }: Work,
  of: SubjectOf,
  { session, why }: { readonly session: string; readonly why: Exclude<EndReason, 'REUSED'> },
): Promise<void> {
  await endOne(db, { tenant: actor.tenant, ...of }, session, { at, why })
}

/** Ends all sessions of the subject, such as when a password was changed; `except` is the one that asks. */
export async function endSessionsOf(
  { db, actor, at }: Work,
  of: SubjectOf,
  { why, except }: { readonly why: Exclude<EndReason, 'REUSED'>; readonly except?: string },
): Promise<void> {
  await endAll(db, { tenant: actor.tenant, ...of }, { at, why, except })
}

/** The subject's live sessions, the one used last first. */
export function listSessions({ db, actor, at }: Work, of: SubjectOf): Promise<readonly Session[]> {
  return liveSessions(db, { tenant: actor.tenant, ...of }, at)
}

/** Two subjects became one: whoever was signed in as the first is signed in as the other. */
export async function moveSessions({ db, actor }: Work, of: SubjectOf, to: string): Promise<void> {
  await giveSessions(db, { tenant: actor.tenant, ...of }, to)
}
