import { useEffect, useRef, useState } from 'react'

const ANNOUNCED_EVERY = 10_000

export interface Arrivals {
  /** Whether the row was not there when the list was opened. */
  readonly isNew: (id: string) => boolean
  /** How many rows came since the last announcement; whoever listens is told at most every ten seconds. */
  readonly announcement: number
}

export function useArrivals(ids: readonly string[]): Arrivals {
  const [first] = useState(() => new Set(ids))
  const [announcement, setAnnouncement] = useState(0)
  const latest = useRef(ids)
  useEffect(() => {
    latest.current = ids
  })
  useEffect(() => {
    let told = new Set(latest.current)
    const timer = setInterval(() => {
      setAnnouncement(latest.current.filter((id) => !told.has(id)).length)
      told = new Set(latest.current)
    }, ANNOUNCED_EVERY)
    return () => clearInterval(timer)
  }, [])
  return { isNew: (id) => !first.has(id), announcement }
}
