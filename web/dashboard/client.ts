import { Tillback } from '@tillback/sdk'
import { createContext, use } from 'react'
import type { Session } from '../kit/session.ts'
import { checkedFetch } from './checked-fetch.ts'
import { chosenLanguage } from './texts/language.ts'

const TIMEOUT = 8_000

/** What is shown is asked for again and again anyway, so one more try is enough. */
export function clientOf({ credential }: Pick<Session, 'credential'>): Tillback {
  return new Tillback({
    apiKey: credential,
    baseUrl: location.origin,
    language: chosenLanguage(),
    timeout: TIMEOUT,
    maxRetries: 1,
    fetch: checkedFetch,
  })
}

export interface SignedIn {
  readonly client: Tillback
  readonly session: Session
}

const Context = createContext<SignedIn | undefined>(undefined)

export const SignedInProvider = Context.Provider

export function useSignedIn(): SignedIn {
  const signedIn = use(Context)
  if (!signedIn) throw new Error('nobody is signed in')
  return signedIn
}
