import { useState } from 'react'

/** One of a few, as this browser was left with it; the first one at first. */
export function useKept<Value extends string>(
  name: string,
  values: readonly [Value, ...Value[]],
): [Value, (value: Value) => void] {
  const key = `tillback.${name}`
  const [value, setValue] = useState(
    () => values.find((each) => each === localStorage.getItem(key)) ?? values[0],
  )
  const keep = (next: Value) => {
    localStorage.setItem(key, next)
    setValue(next)
  }
  return [value, keep]
}
