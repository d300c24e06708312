import { useEffect, useState } from 'react'

/** Whole seconds until a moment; 0 from then on. */
export function useSecondsLeft(until: number): number {
  const [left, setLeft] = useState(() => secondsUntil(until))
  useEffect(() => {
    setLeft(secondsUntil(until))
    const timer = setInterval(() => setLeft(secondsUntil(until)), 250)
    return () => clearInterval(timer)
  }, [until])
  return left
}

function secondsUntil(moment: number): number {
  return Math.max(0, Math.ceil(moment - Date.now() / 1_000))
}
