import { ownStorage } from '../kit/beside.ts'

interface Kept<Data> {
  readonly data: Data
  /** Milliseconds since 1970. */
  readonly at: number
}

const named = (name: string) => `tillback.shopper.kept.${name}`

/** Keeps an answer on this device until its contact signs out. */
export function keep<Data>(name: string, data: Data): Data {
  try {
    ownStorage().setItem(named(name), JSON.stringify({ data, at: Date.now() }))
  } catch {
    // A full store loses the snapshot and nothing else.
  }
  return data
}

/** What was kept last, by this app and therefore of the shape that it was written in. */
export function kept<Data>(name: string): Kept<Data> | undefined {
  const text = ownStorage().getItem(named(name))
  if (text === null) return undefined
  try {
    return JSON.parse(text) as Kept<Data>
  } catch {
    return undefined
  }
}
