import { hash, randomFillSync } from 'node:crypto'

export type * from './branded.ts'
export { idOf, isGuid, parseGuid } from './guid.ts'

const POOL_BYTES = 4096
const pool = Buffer.alloc(POOL_BYTES)
let poolUsed = POOL_BYTES
let lastMs = 0
let sequence = 0

/** Random bytes are drawn in blocks: one system call serves hundreds of ids. */
function randomHex(bytes: number): string {
  if (poolUsed + bytes > POOL_BYTES) {
    randomFillSync(pool)
    poolUsed = 0
  }
  poolUsed += bytes
  return pool.toString('hex', poolUsed - bytes, poolUsed)
}

/**
 * A UUIDv7 (RFC 9562): 48 bits of milliseconds, a 12 bit counter, 62 random bits. Ids of one process rise strictly,
 * even when the machine's clock steps back, so rows written later sort later.
 */
export function newId<Id extends string>(nowMs: number = Date.now()): Id {
  if (nowMs > lastMs) {
    lastMs = nowMs
    sequence = 0
  } else if (++sequence > 0xfff) {
    lastMs += 1
    sequence = 0
  }
  const time = lastMs.toString(16).padStart(12, '0')
  const random = randomHex(8)
  const variant = (8 | (Number.parseInt(random.charAt(0), 16) & 3)).toString(16)
  const counter = sequence.toString(16).padStart(3, '0')
  const id = `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
  return id as Id
}

/**
 * An id that follows from what it names (UUIDv8, SHA-256): whoever knows the parts knows the id, so nobody needs a look-up
 * or a lock to agree on it. Used where two processes may be first to name the same thing.
 */
export function derivedId<Id extends string>(...parts: readonly string[]): Id {
  const hex = hash('sha256', parts.join('\u0000'))
  const variant = (8 | (Number.parseInt(hex.charAt(16), 16) & 3)).toString(16)
  const id = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  return id as Id
}

// Crockford's alphabet: no I, L, O, U, so that a code read aloud or typed from paper is not mistaken.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Writes hex digits as Crockford base 32, five bits a character, most significant first. */
export function base32(hex: string): string {
  let bits = BigInt(`0x${hex}`)
  let text = ''
  for (let left = Math.ceil((hex.length * 4) / 5); left > 0; left--) {
    text = ALPHABET.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return text
}

/** The short code of a thing with a time-ordered id: its first 60 bits (time and counter) as 12 characters. */
export function codeOf(id: string): string {
  return base32(id.slice(0, 8) + id.slice(9, 13) + id.slice(15, 18))
}

/** The first and last id that carry the code, so that a code is found by the primary key; undefined if it is no code. */
export function idsOfCode(code: string): { readonly first: string; readonly last: string } | undefined {
  const text = code.toUpperCase().replaceAll('-', '').replaceAll('O', '0').replace(/[IL]/g, '1')
  if (text.length !== 12) return undefined
  let bits = 0n
  for (const letter of text) {
    const value = ALPHABET.indexOf(letter)
    if (value < 0) return undefined
    bits = (bits << 5n) | BigInt(value)
  }
  const hex = bits.toString(16).padStart(15, '0')
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12)}`
  return { first: `${head}-8000-000000000000`, last: `${head}-bfff-ffffffffffff` }
}
