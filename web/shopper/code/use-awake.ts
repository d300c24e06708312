import { useEffect } from 'react'

/** Keeps the screen on while a code is shown, where the browser can. */
export function useAwake(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    let isOver = false
    navigator.wakeLock.request('screen').then(
      (got) => {
        lock = got
        if (isOver) void got.release()
      },
      // A low battery may refuse it.
      () => {},
    )
    return () => {
      isOver = true
      void lock?.release()
    }
  }, [isNeeded])
}
