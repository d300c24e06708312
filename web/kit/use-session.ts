import { useEffect, useState } from 'react'
import {
  keyInFragment,
  readSession,
  type Session,
  sessionOfKey,
  type WrongKey,
  writeSession,
} from './session.ts'

const KEPT = 'tillback.session'

export interface SessionState {
  readonly session: Session | undefined
  /** Why the last one was not begun or is over. */
  readonly ended: WrongKey | 'refused' | undefined
}

export interface SessionControl extends SessionState {
  readonly begin: (session: Session) => void
  readonly end: (why?: 'refused') => void
}

/** The session of this tab: it survives a reload and ends with the tab. */
export function useSession(): SessionControl {
  const [state, setState] = useState(firstSession)
  useEffect(() => {
    const take = () => {
      const taken = takeFromFragment()
      if (taken) setState(taken)
    }
    addEventListener('hashchange', take)
    return () => removeEventListener('hashchange', take)
  }, [])
  const begin = (session: Session) => {
    sessionStorage.setItem(KEPT, writeSession(session))
    setState({ session, ended: undefined })
  }
  const end = (why?: 'refused') => {
    sessionStorage.removeItem(KEPT)
    setState({ session: undefined, ended: why })
  }
  return { ...state, begin, end }
}

function firstSession(): SessionState {
  return takeFromFragment() ?? { session: readSession(sessionStorage.getItem(KEPT)), ended: undefined }
}

/** A key that came with the address is taken out of it, so that it is neither seen, shared nor kept in the history. */
function takeFromFragment(): SessionState | undefined {
  const key = keyInFragment(location.hash)
  if (key === undefined) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  const session = sessionOfKey(key)
  if (typeof session === 'string') return { session: undefined, ended: session }
  sessionStorage.setItem(KEPT, writeSession(session))
  return { session, ended: undefined }
}
