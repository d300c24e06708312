import { useEffect, useState } from 'react'

const PAUSE_IN_TYPING = 200

/** What was typed, once whoever types it pauses. */
export function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_IN_TYPING)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}
