import { useEffect, useRef, useState } from 'react'

/** A value that changes often as those are told of it who cannot look away: at once first, and then at most so often. */
export function useSeldom<Value>(value: Value, milliseconds: number): Value {
  const [told, setTold] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  useEffect(() => {
    const timer = setInterval(() => setTold(latest.current), milliseconds)
    return () => clearInterval(timer)
  }, [milliseconds])
  return told
}
