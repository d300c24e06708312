import { hkdfSync } from 'node:crypto'

/** One secret an installation, a key of its own for each use. */
export function secretFor(secret: Uint8Array, use: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', use, 32))
}
