import { Tillback, TillbackError } from '@tillback/sdk'
import { createContext, use } from 'react'
import type { Session } from './session/session.ts'
import { begin, currentSession, end } from './session/store.ts'
import { currentLanguage } from './texts/language.ts'

const TIMEOUT = 8_000
/** Renewed this long before it is over, in seconds: clocks differ. */
const EARLY = 30
const RENEWS = 'tillback.shopper.renews'

/** Before anybody signed in, with the shop's publishable key; and for the next tokens, with the one that gets them. */
export function appClient(key: string): Tillback {
  return new Tillback({ apiKey: key, baseUrl: location.origin, timeout: TIMEOUT, maxRetries: 1 })
}

/** With the tokens of whoever is signed in, renewed as they run out. */
export function contactClient(): Tillback {
  return new Tillback({
    apiKey: 'of the contact',
    baseUrl: location.origin,
    timeout: TIMEOUT,
    maxRetries: 1,
    fetch: asContact,
  })
}

async function asContact(url: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const session = await fresh()
  const response = await fetch(url, withToken(init, session))
  if (response.status !== 401) return response
  const renewed = await renew(session)
  return renewed ? fetch(url, withToken(init, renewed)) : response
}

function withToken(init: RequestInit | undefined, session: Session | undefined): RequestInit {
  const headers = new Headers(init?.headers)
  if (session) headers.set('authorization', `Bearer ${session.accessToken}`)
  headers.set('accept-language', currentLanguage())
  return { ...init, headers }
}

async function fresh(): Promise<Session | undefined> {
  const session = currentSession()
  if (!session || session.expiresAt - EARLY > Date.now() / 1_000) return session
  return renew(session)
}

/** The next tokens, asked for by one tab at a time; undefined: the session is over, and so is what this device knew. */
async function renew(used: Session | undefined): Promise<Session | undefined> {
  if (!used) return undefined
  return alone(async () => {
    const now = currentSession()
    // Another tab or call has done it meanwhile.
    if (now && now.accessToken !== used.accessToken) return now
    try {
      const { selfService } = appClient(used.refreshToken)
      const next = sessionOf(await selfService.refreshContactSession(), used)
      if (next) begin(next)
      return next
    } catch (error) {
      if (!(error instanceof TillbackError) || !REFUSED.has(error.status)) throw error
      end({ isOver: true })
      return undefined
    }
  })
}

const REFUSED = new Set([400, 401])

async function alone<T>(work: () => Promise<T>): Promise<T> {
  // Only pages from https or this machine have locks; elsewhere the server's grace for two at once is enough.
  return 'locks' in navigator ? await navigator.locks.request(RENEWS, work) : await work()
}

interface SignedInAnswer {
  readonly access_token: string | null
  readonly refresh_token: string | null
  readonly expiration_date: number | null
  readonly contact: { readonly id: string; readonly first_name: string | null } | null
}

/** What a sign-in or a renewal answered; undefined: it signed nobody in. */
export function sessionOf(answer: SignedInAnswer, before?: Session): Session | undefined {
  const { access_token, refresh_token, expiration_date, contact } = answer
  const id = contact?.id ?? before?.contact
  if (access_token === null || refresh_token === null || expiration_date === null || id === undefined) return
  return {
    accessToken: access_token,
    refreshToken: refresh_token,
    expiresAt: expiration_date,
    contact: id,
    firstName: contact?.first_name ?? before?.firstName ?? '',
  }
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
