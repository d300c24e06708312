import { fieldOf, numberOf, textOf } from '../../kit/reading.ts'
import type { Minor } from '../sale/minor.ts'

/**
 * From which amount on a void or return at this till needs a manager. It keeps mistakes and temptation away from the drawer; what the
 * till's key may do is decided by the platform.
 */
export interface ManagerRule {
  readonly above: Minor
  readonly salt: string
  readonly hash: string
}

export type PinVerdict = 'RIGHT' | 'WRONG' | 'LOCKED'

const KEPT = 'tillback.till.manager'
const MISSED = 'tillback.till.manager-missed'
const ROUNDS = 200_000
const MOST_TRIES = 5
const LOCKED_FOR = 5 * 60_000
const SALT_BYTES = 16
const HASH_BITS = 256

/** Undefined: nobody set one, and clerks undo whatever they sold. */
export function managerRule(): ManagerRule | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEPT) ?? 'null')
    const [salt, hash] = [textOf(value, 'salt'), textOf(value, 'hash')]
    const above = fieldOf(value, 'above')
    return salt && hash && typeof above === 'number' ? { above, salt, hash } : undefined
  } catch {
    return undefined
  }
}

export function needsManager(amount: Minor): boolean {
  const rule = managerRule()
  return rule !== undefined && amount > rule.above
}

export function isPin(text: string): boolean {
  return /^\d{4,8}$/.test(text)
}

export async function setManagerRule({ above, pin }: { readonly above: Minor; readonly pin: string }) {
  const salt = hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))
  localStorage.setItem(KEPT, JSON.stringify({ above, salt, hash: await hashOf(pin, salt) }))
}

export function endManagerRule(): void {
  localStorage.removeItem(KEPT)
}

/** Five wrong ones, and nobody is asked for five minutes. */
export async function checkPin(pin: string, now = Date.now()): Promise<PinVerdict> {
  const rule = managerRule()
  if (!rule) return 'RIGHT'
  const missed = missedTries(now)
  if (missed >= MOST_TRIES) return 'LOCKED'
  if ((await hashOf(pin, rule.salt)) === rule.hash) {
    localStorage.removeItem(MISSED)
    return 'RIGHT'
  }
  localStorage.setItem(MISSED, JSON.stringify({ tries: missed + 1, at: now }))
  return missed + 1 >= MOST_TRIES ? 'LOCKED' : 'WRONG'
}

function missedTries(now: number): number {
  const value: unknown = JSON.parse(localStorage.getItem(MISSED) ?? 'null')
  return now - numberOf(value, 'at') > LOCKED_FOR ? 0 : numberOf(value, 'tries')
}

async function hashOf(pin: string, salt: string): Promise<string> {
  const text = new TextEncoder()
  const key = await crypto.subtle.importKey('raw', text.encode(pin), 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: text.encode(salt), iterations: ROUNDS }
  return hex(new Uint8Array(await crypto.subtle.deriveBits(how, key, HASH_BITS)))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
