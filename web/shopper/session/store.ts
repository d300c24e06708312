import { useSyncExternalStore } from 'react'
import { keyInFragment, readSession, type Session } from './session.ts'

const KEY = 'tillback.shopper.key'
const SESSION = 'tillback.shopper.session'

interface State {
  readonly key: string | undefined
  readonly session: Session | undefined
  /** The server ended the last one. */
  readonly isOver: boolean
}

const listeners = new Set<() => void>()
let state: State = firstState()

addEventListener('hashchange', () => {
  const key = takeKey()
  if (key !== undefined) become({ ...state, key })
})
// Another tab signed in, renewed or left.
addEventListener('storage', (event) => {
  if (event.key === SESSION) become({ ...state, session: kept() })
})

/** Whose app this is and who is signed in; kept on this device until they sign out. */
export function useSession(): State {
  return useSyncExternalStore(listen, () => state)
}

export function currentKey(): string | undefined {
  return state.key
}

export function currentSession(): Session | undefined {
  return state.session
}

export function begin(session: Session): void {
  localStorage.setItem(SESSION, JSON.stringify(session))
  become({ ...state, session, isOver: false })
}

export function takeKeyOf(key: string): void {
  localStorage.setItem(KEY, key)
  become({ ...state, key })
}

/** Leaves nothing of the contact on this device. */
export function end({ isOver = false } = {}): void {
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith('tillback.shopper.') && name !== KEY) localStorage.removeItem(name)
  }
  become({ ...state, session: undefined, isOver })
}

function firstState(): State {
  return { key: takeKey() ?? localStorage.getItem(KEY) ?? undefined, session: kept(), isOver: false }
}

function kept(): Session | undefined {
  return readSession(localStorage.getItem(SESSION))
}

/** A key that came with the address is taken out of it. Another shop's key ends what was open. */
function takeKey(): string | undefined {
  const key = keyInFragment(location.hash)
  if (key === undefined) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  const before = localStorage.getItem(KEY)
  if (before !== null && before !== key) localStorage.removeItem(SESSION)
  localStorage.setItem(KEY, key)
  return key
}

function become(next: State): void {
  state = next
  for (const changed of listeners) changed()
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
