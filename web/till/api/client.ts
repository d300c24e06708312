import { Tillback } from '@tillback/sdk'
import { createContext, use, useSyncExternalStore } from 'react'
import type { Session } from '../../kit/session.ts'
import type { Venue } from '../session/venue.ts'
import { currentLanguage } from '../texts/language.ts'
import { type Call, listenToCalls, readCalls } from './calls.ts'
import { followedFetch } from './followed-fetch.ts'
import { type LinkState, listenToLink, readLink } from './link.ts'

/** A clerk waits no longer than this, and then goes on without. */
export const PATIENCE = 10_000

/** Without tries of its own: the till decides what becomes of a call that was not answered. */
export function clientOf({ credential }: Pick<Session, 'credential'>): Tillback {
  return new Tillback({
    apiKey: credential,
    baseUrl: location.origin,
    language: currentLanguage,
    timeout: PATIENCE,
    maxRetries: 0,
    fetch: followedFetch,
  })
}

export interface Standing {
  readonly client: Tillback
  readonly session: Session
  readonly venue: Venue
}

const Context = createContext<Standing | undefined>(undefined)

export const StandingProvider = Context.Provider

/** Where the till stands and by what it speaks. */
export function useStanding(): Standing {
  const standing = use(Context)
  if (!standing) throw new Error('the till stands nowhere')
  return standing
}

export function useCalls(): readonly Call[] {
  return useSyncExternalStore(listenToCalls, readCalls)
}

export function useLink(): LinkState {
  return useSyncExternalStore(listenToLink, readLink)
}
