import { createECDH, hkdfSync } from 'node:crypto'

/** The key pair by which push services know the installation (VAPID, RFC 8292), in base64url. */
export interface PushKeys {
  /** An uncompressed point of P-256; browsers subscribe with it. */
  readonly publicKey: string
  readonly privateKey: string
}

/** The order of P-256: a private key is a number from 1 to below it. */
const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n
const KEY_BYTES = 32
// 128 bits more than the key has, so that the remainder favours no key (FIPS 186-5, A.2.1).
const DRAWN_BYTES = 48

/** The same secret gives the same keys, so every process has them and nothing is stored. Another secret ends every subscription. */
export function pushKeys(secret: Uint8Array): PushKeys {
  const drawn = Buffer.from(hkdfSync('sha256', secret, '', 'VAPID', DRAWN_BYTES)).toString('hex')
  const number = (BigInt(`0x${drawn}`) % (ORDER - 1n)) + 1n
  const privateKey = Buffer.from(number.toString(16).padStart(2 * KEY_BYTES, '0'), 'hex')
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(privateKey)
  return {
    publicKey: pair.getPublicKey('base64url'),
    privateKey: privateKey.toString('base64url'),
  }
}
