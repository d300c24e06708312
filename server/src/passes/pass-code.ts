import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Codes and pins of passes. */

export const CODE_TYPES = ['ALPHANUMERIC', 'ALPHABETIC', 'NUMERIC'] as const
export type CodeType = (typeof CODE_TYPES)[number]

export interface CodeFormat {
  readonly type: CodeType
  readonly length: number
  readonly prefix?: string | undefined
  readonly suffix?: string | undefined
}

// Without what is mistaken for each other on paper or aloud: 0 and O, 1, I and L, U and V.
const ALPHABETS: Readonly<Record<CodeType, string>> = {
  ALPHANUMERIC: '23456789ABCDEFGHJKMNPQRSTVWXYZ',
  ALPHABETIC: 'ABCDEFGHJKMNPQRSTVWXYZ',
  NUMERIC: '0123456789',
}

/** As codes are stored and compared: a cashier types them in any case. */
export function normaliseCode(text: string): string {
  return text.trim().toUpperCase()
}

/** So many codes of the format, drawn without bias from the machine's secure source. Two may be the same. */
export function drawCodes({ type, length, prefix = '', suffix = '' }: CodeFormat, count: number): string[] {
  const alphabet = ALPHABETS[type]
  const next = letters(alphabet)
  return Array.from({ length: count }, () => {
    let text = ''
    for (let drawn = 0; drawn < length; drawn++) text += next()
    return normaliseCode(prefix + text + suffix)
  })
}

const BLOCK = 4_096

/** Bytes above the largest multiple of the alphabet are thrown away, so that no letter comes more often. */
function letters(alphabet: string): () => string {
  const usable = 256 - (256 % alphabet.length)
  let block = randomBytes(0)
  let used = 0
  return () => {
    for (;;) {
      if (used === block.length) {
        block = randomBytes(BLOCK)
        used = 0
      }
      const byte = block.readUInt8(used)
      used += 1
      if (byte < usable) return alphabet.charAt(byte % alphabet.length)
    }
  }
}

const SALT_BYTES = 16

/** A salt of its own and the keyed hash of the pin. */
export function hashPin(pin: string): Buffer {
  const salt = randomBytes(SALT_BYTES)
  return Buffer.concat([salt, keyedHash(salt, pin)])
}

export function isPin(pin: string, stored: Buffer): boolean {
  const salt = stored.subarray(0, SALT_BYTES)
  return timingSafeEqual(keyedHash(salt, pin), stored.subarray(SALT_BYTES))
}

// Fast on purpose: it is checked while a purchase waits, and no cost saves a pin of a few digits whose hash is known.
function keyedHash(salt: Uint8Array, pin: string): Buffer {
  return createHmac('sha256', salt).update(pin).digest()
}
