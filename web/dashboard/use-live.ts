import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { PermissionError } from '@tillback/sdk'
import { createContext, use, useEffect, useState } from 'react'
import { useSignedIn } from './client.ts'
import { followStream } from './follow-stream.ts'
import { followed } from './processes/process-query.ts'
import { concernedBy, concernedByPart, EVERYTHING, type Telling } from './told.ts'

/** What happens together is fetched together. */
const GATHERED = 250

const Tells = createContext<Telling>('NOTHING')
export const LiveProvider = Tells.Provider

/** What is told as it happens; whoever relies on it asks by itself while it is not. */
export function useTelling(): Telling {
  return use(Tells)
}

type Told = { readonly type: string } | { readonly parts: readonly string[] }

/**
 * Follows what happens in the business, on one stream for the whole page, and has what it concerns fetched anew; answers what the
 * stream tells.
 */
export function useLive(): Telling {
  const { client, session } = useSignedIn()
  const cache = useQueryClient()
  const [telling, setTelling] = useState<Telling>('NOTHING')
  useEffect(() => {
    const gone = new AbortController()
    const refresh = gatherer(cache)
    const isStaff = session.staff !== undefined
    void followStream({
      // A member of staff is told of what the role may read; a key of everything, or of nothing.
      stream: (options): AsyncIterable<Told> =>
        isStaff
          ? client.webhooks.streamChanges({}, options)
          : client.webhooks.streamEvents({ include_data: false }, options),
      signal: gone.signal,
      opened: (isFirst) => {
        // The stream begins where it says first. What happened between the first look and that moment is told by nobody.
        if (isFirst) refresh.everything()
        setTelling(isStaff ? 'ALL' : 'EVENTS')
      },
      heard: (told) => ('parts' in told ? refresh.of(told.parts) : refresh.after(told.type)),
      lost: () => setTelling('NOTHING'),
    })
    return () => {
      gone.abort()
      refresh.stop()
    }
  }, [client, session.staff, cache])
  return telling
}

function gatherer(cache: QueryClient) {
  let timer: number | undefined
  const gathered = new Set<string>()
  const fetchAnew = () => {
    timer = undefined
    for (const key of gathered) void cache.invalidateQueries({ queryKey: [key], predicate: isAllowed })
    gathered.clear()
  }
  const gather = (keys: readonly string[]) => {
    for (const key of keys) gathered.add(key)
    timer ??= window.setTimeout(fetchAnew, GATHERED)
  }
  return {
    after: (type: string) => gather(concernedBy(type)),
    // How far long jobs are is told by a stream of their own while there are any.
    of: (parts: readonly string[]) =>
      gather(parts.filter((part) => part !== 'Processes' || !followed.has(cache)).flatMap(concernedByPart)),
    everything: () => gather(EVERYTHING),
    stop: () => window.clearTimeout(timer),
  }
}

/** What the member may not read is not asked for again, as its refusal would be news of the log of requests. */
function isAllowed({ state: { error } }: { readonly state: { readonly error: unknown } }): boolean {
  return !(error instanceof PermissionError)
}
