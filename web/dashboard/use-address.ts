import { useSyncExternalStore } from 'react'
import { type Address, readAddress, writeAddress } from './address.ts'

const listeners = new Set<() => void>()
let read = { query: '', address: readAddress('') }

/** Where the viewer is, also after back and forward. */
export function useAddress(): Address {
  return useSyncExternalStore(listen, current)
}

/** Whoever narrowed the dashboard to a venue stays there, wherever they go, until they say otherwise. */
export function scoped(to: Address, { scope }: Address): Address {
  return 'scope' in to ? to : { ...to, scope }
}

/** Goes somewhere. With `replace` the way back leads past where the viewer was. */
export function go(to: Address, { replace = false } = {}): void {
  const url = writeAddress(scoped(to, current()))
  if (replace) history.replaceState(null, '', url)
  else history.pushState(null, '', url)
  for (const changed of listeners) changed()
}

function listen(changed: () => void): () => void {
  listeners.add(changed)
  addEventListener('popstate', changed)
  return () => {
    listeners.delete(changed)
    removeEventListener('popstate', changed)
  }
}

function current(): Address {
  if (read.query !== location.search) read = { query: location.search, address: readAddress(location.search) }
  return read.address
}
