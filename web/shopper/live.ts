import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDevice } from './offline.ts'

/** What was not seen for a while is asked for anew when the app comes back to the front or the connection does. */
export function useLive(): void {
  const cache = useQueryClient()
  const { isOnline } = useDevice()
  useEffect(() => {
    if (isOnline) void cache.invalidateQueries()
  }, [cache, isOnline])
}
