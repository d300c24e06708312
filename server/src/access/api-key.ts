import { hash, randomBytes } from 'node:crypto'
import type { Mode } from '../kit/actor.ts'
import type { ApiKeyId, OrganisationId } from '../kit/id.ts'

export const KEY_KINDS = ['SECRET', 'PUBLISHABLE'] as const
export type KeyKind = (typeof KEY_KINDS)[number]

/** A key as it is kept: what it may do and how to recognise it, never the key itself. */
export interface ApiKey {
  readonly id: ApiKeyId
  readonly name: string
  readonly kind: KeyKind
  readonly prefix: string
  readonly last4: string
  readonly hash: Buffer
  readonly scopes: readonly string[]
  /** The merchant or venue whose till uses it; undefined: the whole business. */
  readonly organisation: OrganisationId | undefined
  readonly apiVersion: string
  readonly createdAt: Date
  readonly expiresAt: Date | undefined
  readonly revokedAt: Date | undefined
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const SECRET_LENGTH = 32
const CHECK_LENGTH = 6
/** Published so that secret scanners find keys that were committed by mistake. */
export const KEY_PATTERN = /^tb_(live|test)_(pk_)?[0-9A-Za-z]{38}$/

/** Draws without bias: bytes above the largest multiple of 62 are thrown away. */
function randomBase62(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < 248 && text.length < length) text += BASE62.charAt(byte % 62)
    }
  }
  return text
}

function checkOf(body: string): string {
  let bits = hash('sha256', body, 'buffer').readUIntBE(0, 6)
  let text = ''
  for (let index = 0; index < CHECK_LENGTH; index++) {
    text += BASE62.charAt(bits % 62)
    bits = Math.floor(bits / 62)
  }
  return text
}

/** A new key: `tb_test_` or `tb_live_` (publishable ones with `pk_`), 32 random characters and 6 that check them. */
export function makeKey(
  mode: Mode,
  kind: KeyKind,
): { readonly key: string; readonly prefix: string; readonly last4: string } {
  const prefix = `tb_${mode.toLowerCase()}_${kind === 'PUBLISHABLE' ? 'pk_' : ''}`
  const body = prefix + randomBase62(SECRET_LENGTH)
  const key = body + checkOf(body)
  return { key, prefix, last4: key.slice(-4) }
}

/** Whether the text can be a key at all: a mistyped one is refused without asking the database. */
export function isWellFormed(key: string): boolean {
  return KEY_PATTERN.test(key) && checkOf(key.slice(0, -CHECK_LENGTH)) === key.slice(-CHECK_LENGTH)
}

export function hashOfKey(key: string): Buffer {
  return hash('sha256', key, 'buffer')
}
