export type Mode = 'LIVE' | 'TEST'

/** Who is looking: a key or a staff token, and the mode whose data it opens. */
export interface Session {
  readonly credential: string
  readonly mode: Mode
  /** The name of a member of staff; undefined: a key. */
  readonly staff: string | undefined
  /** What a member of staff's next token is asked for with, once the credential is nearly over. */
  readonly renewal?: { readonly token: string; readonly until: number } | undefined
}

export type WrongKey = 'not a key' | 'publishable'

const KEY = /^tb_(live|test)_(pk_)?[0-9A-Za-z]{20,}$/

/** The session that a key opens, or what is wrong with the key. */
export function sessionOfKey(text: string): Session | WrongKey {
  const key = text.trim()
  const match = KEY.exec(key)
  if (!match) return 'not a key'
  if (match[2] !== undefined) return 'publishable'
  return { credential: key, mode: match[1] === 'live' ? 'LIVE' : 'TEST', staff: undefined }
}

/** The key in the part of an address that browsers keep to themselves: `#key=tb_test_…`. */
export function keyInFragment(fragment: string): string | undefined {
  return new URLSearchParams(fragment.replace(/^#/, '')).get('key') ?? undefined
}

export function writeSession(session: Session): string {
  return JSON.stringify(session)
}

/** Undefined for whatever was not written by `writeSession`. */
export function readSession(text: string | null): Session | undefined {
  if (text === null) return undefined
  try {
    const value: unknown = JSON.parse(text)
    return isSession(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const { credential, mode, staff, renewal } = {
    credential: '',
    mode: '',
    staff: undefined,
    renewal: undefined,
    ...value,
  }
  const isNamed = staff === undefined || typeof staff === 'string'
  const isOpen = typeof credential === 'string' && credential !== '' && (mode === 'LIVE' || mode === 'TEST')
  return isOpen && isNamed && (renewal === undefined || isRenewal(renewal))
}

function isRenewal(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { token, until } = { token: '', until: 0, ...value }
  return typeof token === 'string' && token !== '' && typeof until === 'number'
}
