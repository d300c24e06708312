import { createHmac, randomBytes } from 'node:crypto'

/** Codes of authenticator apps: RFC 6238 over RFC 4226, as every app does them (SHA-1, six digits, 30 seconds). */
const DIGITS = 6
const STEP_SECONDS = 30
const SECRET_BYTES = 20
/** How many steps a clock may be off, to either side. */
const WINDOW = 1

// RFC 4648, which apps read; not Crockford's, which people do.
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

export function drawSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / STEP_SECONDS)
}

export function codeOfStep(secret: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0')
}

/** The step whose code it is, if it is one of about now. */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | undefined {
  const now = stepAt(at)
  for (let step = now - WINDOW; step <= now + WINDOW; step++) {
    if (codeOfStep(secret, step) === code) return step
  }
  return undefined
}

export function base32Of(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let held = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += BASE32.charAt((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return bits > 0 ? text + BASE32.charAt((held << (5 - bits)) & 31) : text
}

/** What apps read from a QR code. */
export function totpUri(
  secret: Uint8Array,
  { issuer, account }: { readonly issuer: string; readonly account: string },
): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32Of(secret)}&issuer=${encodeURIComponent(issuer)}`
}
