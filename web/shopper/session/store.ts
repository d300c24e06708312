import { useSyncExternalStore } from 'react'
import { HANDED, ownStorage } from '../../kit/beside.ts'
import { keyInFragment, readSession, type Session } from './session.ts'

const KEY = 'tillback.shopper.key'
const SESSION = HANDED.shopper

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
// Another tab signed in, renewed or left, or whoever shows this one in a frame.
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
  ownStorage().setItem(SESSION, JSON.stringify(session))
  become({ ...state, session, isOver: false })
}

export function takeKeyOf(key: string): void {
  ownStorage().setItem(KEY, key)
  become({ ...state, key })
}

/** Leaves nothing of the contact on this device. */
export function end({ isOver = false } = {}): void {
  const kept = ownStorage()
  for (const name of Object.keys(kept)) {
    if (name.startsWith('tillback.shopper.') && name !== KEY) kept.removeItem(name)
  }
  become({ ...state, session: undefined, isOver })
}

function firstState(): State {
  return { key: takeKey() ?? ownStorage().getItem(KEY) ?? undefined, session: kept(), isOver: false }
}

function kept(): Session | undefined {
  return readSession(ownStorage().getItem(SESSION))
}

/** A key that came with the address is taken out of it. Another shop's key ends what was open. */
function takeKey(): string | undefined {
  const key = keyInFragment(location.hash)
  if (key === undefined) return undefined
  history.replaceState(history.state, '', location.pathname + location.search)
  const before = ownStorage().getItem(KEY)
  if (before !== null && before !== key) ownStorage().removeItem(SESSION)
  ownStorage().setItem(KEY, key)
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
