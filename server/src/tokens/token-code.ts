import { createHmac, createSecretKey, randomInt } from 'node:crypto'
import type { Tenant } from '../kit/actor.ts'

/** What is kept of a code: without the installation's secret nobody finds the six digits behind it. */
export type HashCode = (tenant: Tenant, code: string) => Buffer

export function codeHasher(secret: Uint8Array): HashCode {
  const key = createSecretKey(secret)
  return (tenant, code) => createHmac('sha256', key).update(`spend token|${tenant}|${code}`).digest()
}

const CODE_DIGITS = 6
const ALTERNATIVE_DIGITS = 16
const HALF = ALTERNATIVE_DIGITS / 2

/** Every one of the million is as likely, leading zeros too. */
export function makeCode(): string {
  return digits(CODE_DIGITS)
}

export function makeAlternative(): string {
  return digits(HALF) + digits(HALF)
}

function digits(count: number): string {
  return randomInt(10 ** count)
    .toString()
    .padStart(count, '0')
}

/** Six digits can be guessed, sixteen cannot; undefined: it is no code at all. */
export function kindOfCode(code: string): 'TYPED' | 'SCANNED' | undefined {
  if (/^\d{6}$/.test(code)) return 'TYPED'
  return /^\d{16}$/.test(code) ? 'SCANNED' : undefined
}

/** As people write them: "123 456", "1234-5678-…". */
export function plainCode(text: string): string {
  return text.replaceAll(/[\s-]/g, '')
}
