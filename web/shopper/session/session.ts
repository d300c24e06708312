export type Mode = 'LIVE' | 'TEST'

/** A contact who signed in, as the app keeps it. */
export interface Session {
  readonly accessToken: string
  /** Renews the access token once. */
  readonly refreshToken: string
  /** Seconds since 1970. */
  readonly expiresAt: number
  readonly contact: string
  readonly firstName: string
}

const PUBLISHABLE = /^tb_(live|test)_pk_[0-9A-Za-z]{20,}$/

/** The mode of a key that may stand in an app for everybody to read; undefined: it is none. */
export function modeOfKey(text: string): Mode | undefined {
  const match = PUBLISHABLE.exec(text.trim())
  if (!match) return undefined
  return match[1] === 'live' ? 'LIVE' : 'TEST'
}

/** The shop's key in the part of an address that browsers keep to themselves: `#key=tb_test_pk_…`. */
export function keyInFragment(fragment: string): string | undefined {
  const key = new URLSearchParams(fragment.replace(/^#/, '')).get('key') ?? undefined
  return key !== undefined && modeOfKey(key) ? key.trim() : undefined
}

/** Undefined for whatever was not written by this app. */
export function readSession(text: string | null): Session | undefined {
  if (text === null) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isSession(value) ? value : undefined
  } catch {
    return undefined
  }
}

const FIELDS = { accessToken: 'string', refreshToken: 'string', contact: 'string', firstName: 'string' }

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const given: Readonly<Record<string, unknown>> = { ...value }
  return (
    typeof given.expiresAt === 'number' &&
    Object.entries(FIELDS).every(([name, type]) => typeof given[name] === type)
  )
}
