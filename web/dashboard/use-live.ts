import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useSignedIn } from './client.ts'
import { eventTypes } from './event-types.ts'

const AGAIN_AFTER = 2_000
/** What happens together is fetched together. */
const GATHERED = 250

/**
 * Follows what happens in the business and has everything that starts with the key fetched anew when a type fits; answers whether
 * the stream stands, so that whoever relies on it knows when to ask by itself.
 */
export function useLive(key: string, concerns: (type: string) => boolean): boolean {
  const { session } = useSignedIn()
  const cache = useQueryClient()
  const [stands, setStands] = useState(false)
  useEffect(() => {
    const gone = new AbortController()
    let refresh: number | undefined
    const heard = () => {
      refresh ??= window.setTimeout(() => {
        refresh = undefined
        void cache.invalidateQueries({ queryKey: [key] })
      }, GATHERED)
    }
    const follow = async () => {
      for (let last = ''; !gone.signal.aborted; ) {
        try {
          const response = await fetch('/backoffice/v2/events/stream?include_data=false', {
            headers: { authorization: `Bearer ${session.credential}`, 'last-event-id': last },
            signal: gone.signal,
          })
          // A key that may not follow asks by itself, as before.
          if (response.status === 401 || response.status === 403) return
          setStands(response.ok)
          for await (const { id, type } of eventTypes(response)) {
            last = id
            if (type !== undefined && concerns(type)) heard()
          }
        } catch {
          // Lost: the next connection goes on after the last event that was seen.
        }
        setStands(false)
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER))
      }
    }
    void follow()
    return () => {
      gone.abort()
      window.clearTimeout(refresh)
    }
  }, [session.credential, cache, key, concerns])
  return stands
}
