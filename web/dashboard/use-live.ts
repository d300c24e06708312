import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState } from 'react'
import { useSignedIn } from './client.ts'
import { followStream } from './follow-stream.ts'
import { concernedBy, EVERYTHING } from './told.ts'

/** What happens together is fetched together. */
const GATHERED = 250

const Stands = createContext(false)
export const LiveProvider = Stands.Provider

/** Whether what happens is told as it happens; whoever relies on it asks by itself while it is not. */
export function useIsLive(): boolean {
  return use(Stands)
}

/** A member of staff is told of what the role may read; a key of everything, or of nothing. */
const OF_STAFF = '/backoffice/v2/changes/stream'
const OF_KEY = '/backoffice/v2/events/stream?include_data=false'

/**
 * Follows what happens in the business, on one stream for the whole page, and has what it concerns fetched anew; answers whether the
 * stream stands.
 */
export function useLive(): boolean {
  const { session } = useSignedIn()
  const cache = useQueryClient()
  const [stands, setStands] = useState(false)
  useEffect(() => {
    const gone = new AbortController()
    const refresh = gatherer(cache)
    void followStream({
      path: session.staff === undefined ? OF_KEY : OF_STAFF,
      credential: session.credential,
      signal: gone.signal,
      opened: (isFirst) => {
        // The stream begins where it says first. What happened between the first look and that moment is told by nobody.
        if (isFirst) refresh.everything()
        setStands(true)
      },
      heard: ({ type }) => type !== undefined && refresh.after(type),
      lost: () => setStands(false),
    })
    return () => {
      gone.abort()
      refresh.stop()
    }
  }, [session.credential, session.staff, cache])
  return stands
}

function gatherer(cache: QueryClient) {
  let timer: number | undefined
  const gathered = new Set<string>()
  const fetchAnew = () => {
    timer = undefined
    for (const key of gathered) void cache.invalidateQueries({ queryKey: [key] })
    gathered.clear()
  }
  const gather = (keys: readonly string[]) => {
    for (const key of keys) gathered.add(key)
    timer ??= window.setTimeout(fetchAnew, GATHERED)
  }
  return {
    after: (type: string) => gather(concernedBy(type)),
    everything: () => gather(EVERYTHING),
    stop: () => window.clearTimeout(timer),
  }
}
