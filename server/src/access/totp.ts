import { randomBytes } from 'node:crypto'
import { HOTP, Secret, TOTP } from 'otpauth'

/** Codes of authenticator apps: RFC 6238 over RFC 4226, as every app does them (SHA-1, six digits, 30 seconds). */
const KIND = { algorithm: 'SHA1', digits: 6 }
const STEP_SECONDS = 30
const SECRET_BYTES = 20
/** How many steps a clock may be off, to either side. */
const WINDOW = 1

export function drawSecret(): Buffer {
  return randomBytes(SECRET_BYTES)
}

export function stepAt(at: Date): number {
  return Math.floor(at.getTime() / 1_000 / STEP_SECONDS)
}

export function codeOfStep(secret: Uint8Array, step: number): string {
  return HOTP.generate({ ...KIND, secret: secretOf(secret), counter: step })
}

/** The step whose code it is, if it is one of about now. */
export function stepOfCode(secret: Uint8Array, code: string, at: Date): number | undefined {
  const totp = new TOTP({ ...KIND, period: STEP_SECONDS, secret: secretOf(secret) })
  const off = totp.validate({ token: code, timestamp: at.getTime(), window: WINDOW })
  return off === null ? undefined : stepAt(at) + off
}

export function base32Of(bytes: Uint8Array): string {
  return secretOf(bytes).base32
}

/** What apps read from a QR code. */
export function totpUri(
  secret: Uint8Array,
  { issuer, account }: { readonly issuer: string; readonly account: string },
): string {
  return new TOTP({
    ...KIND,
    period: STEP_SECONDS,
    secret: secretOf(secret),
    issuer,
    label: account,
  }).toString()
}

function secretOf(bytes: Uint8Array): Secret {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer })
}
