export { type AccessToken, looksLikeAccessToken, readAccessToken } from './access-token.ts'
export { endSession, endSessionsOf, listSessions, moveSessions, type SubjectOf } from './end-sessions.ts'
export { forgetSessions } from './forget-sessions.ts'
export {
  type NewSession,
  openSession,
  type SessionKeys,
  type SessionTokens,
  sessionKeys,
} from './open-session.ts'
export { type Refreshed, refreshSession } from './refresh-session.ts'
export { type Session, SUBJECT_KINDS, type SubjectKind } from './session.ts'
export { type SignedIn, whoIsSignedIn } from './sessions.store.ts'
