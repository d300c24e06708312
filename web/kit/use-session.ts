import { useEffect, useState } from 'react'
import { ofTab } from './beside.ts'
import {
  keyInFragment,
  readSession,
  type Session,
  sessionOfKey,
  type WrongKey,
  writeSession,
} from './session.ts'

const KEPT = ofTab('tillback.session')
const ASIDE = ofTab('tillback.session-aside')

export interface SessionState {
  readonly session: Session | undefined
  /** Why the last one was not begun or is over. */
  readonly ended: WrongKey | 'refused' | undefined
  /** The one of the other mode that was looked at before, to go back to. */
  readonly aside: Session | undefined
}

export interface SessionControl extends SessionState {
  readonly begin: (session: Session) => void
  readonly end: (why?: 'refused') => void
  /** Lays the present one aside for that of the other mode; without one somebody has to sign in to it. */
  readonly turn: () => void
}

/** The session of this tab: it survives a reload and ends with the tab. */
export function useSession(): SessionControl {
  const [state, setState] = useState(firstSession)
  useEffect(() => {
    const take = () => {
      const taken = takeFromFragment()
      if (taken) setState(taken)
    }
    // Whoever shows this page in a frame hands over the next token.
    const heed = ({ key, storageArea }: StorageEvent) => {
      if (key === KEPT && storageArea === sessionStorage) setState(keptSession())
    }
    addEventListener('hashchange', take)
    addEventListener('storage', heed)
    return () => {
      removeEventListener('hashchange', take)
      removeEventListener('storage', heed)
    }
  }, [])
  const show = (next: SessionState) => {
    keep(KEPT, next.session)
    keep(ASIDE, next.aside)
    setState(next)
  }
  const { session: present, aside } = state
  return {
    ...state,
    // One laid aside of the same mode would be another business's.
    begin: (session) =>
      show({ session, ended: undefined, aside: aside?.mode === session.mode ? undefined : aside }),
    // Whoever signs out leaves nothing; a credential that was refused is one of two.
    end: (why) => show({ session: undefined, ended: why, aside: why === undefined ? undefined : aside }),
    turn: () => show({ session: aside, ended: undefined, aside: present }),
  }
}

function keep(name: string, session: Session | undefined): void {
  if (session) sessionStorage.setItem(name, writeSession(session))
  else sessionStorage.removeItem(name)
}

function kept(name: string): Session | undefined {
  return readSession(sessionStorage.getItem(name))
}

function firstSession(): SessionState {
  return takeFromFragment() ?? keptSession()
}

function keptSession(): SessionState {
  return { session: kept(KEPT), ended: undefined, aside: kept(ASIDE) }
}

/** A key that came with the address is taken out of it, so that it is neither seen, shared nor kept in the history. */
function takeFromFragment(): SessionState | undefined {
  const key = keyInFragment(location.hash)
  if (key === undefined) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  const session = sessionOfKey(key)
  if (typeof session === 'string') return { session: undefined, ended: session, aside: undefined }
  sessionStorage.setItem(KEPT, writeSession(session))
  sessionStorage.removeItem(ASIDE)
  return { session, ended: undefined, aside: undefined }
}
