import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useSignedIn } from './client.ts'
import { useDevice } from './offline.ts'
import { renewPush } from './push/push.ts'

/** What was not seen for a while is asked for anew when the app comes back to the front, the connection does, or a message is pushed. */
export function useLive(): void {
  const cache = useQueryClient()
  const signedIn = useSignedIn()
  const { isOnline } = useDevice()
  useEffect(() => {
    if (isOnline) void cache.invalidateQueries()
  }, [cache, isOnline])
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const pushed = () => void cache.invalidateQueries()
    navigator.serviceWorker.addEventListener('message', pushed)
    return () => navigator.serviceWorker.removeEventListener('message', pushed)
  }, [cache])
  useEffect(() => {
    // Tried again when the app opens the next time.
    renewPush(signedIn).catch(() => {})
  }, [signedIn])
}
