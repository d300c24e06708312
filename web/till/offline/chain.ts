/** Where a till's queue stands: its last number, and the hash that the next entry names. */
export interface ChainHead {
  readonly counter: number
  readonly head: string
}

export interface SignedEntry {
  readonly counter: number
  readonly previous: string
  readonly payload: string
  readonly signature: string
}

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' }

/** A key that cannot be read out of this browser, so that nobody else can speak for this till. */
export function makeKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
}

export async function publicKeyOf({ publicKey }: CryptoKeyPair) {
  const { x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey)
  return { kty: 'EC' as const, crv: 'P-256' as const, x, y }
}

/** The text that is signed, and whose hash the next entry names; the platform makes the same. */
export function signedText(
  till: string,
  { counter, previous, payload }: Omit<SignedEntry, 'signature'>,
): string {
  return ['tillback-queue-1', till, counter, previous, payload].join('\n')
}

/** The next entry of the chain, and where the chain stands after it. */
export async function nextEntry(
  { till, key }: { readonly till: string; readonly key: CryptoKey },
  { counter, head }: ChainHead,
  payload: string,
): Promise<{ readonly entry: SignedEntry; readonly after: ChainHead }> {
  const unsigned = { counter: counter + 1, previous: head, payload }
  const bytes = new TextEncoder().encode(signedText(till, unsigned))
  const [signature, hash] = await Promise.all([
    crypto.subtle.sign(SIGNATURE, key, bytes),
    crypto.subtle.digest('SHA-256', bytes),
  ])
  return {
    entry: { ...unsigned, signature: base64url(signature) },
    after: { counter: unsigned.counter, head: hex(hash) },
  }
}

/** Where the chain ends, so that whoever is to have all of it knows whether they do. */
export async function signedEnd(
  { till, key }: { readonly till: string; readonly key: CryptoKey },
  { counter, head }: ChainHead,
): Promise<ChainHead & { readonly signature: string }> {
  const text = ['tillback-queue-end-1', till, counter, head].join('\n')
  const signature = await crypto.subtle.sign(SIGNATURE, key, new TextEncoder().encode(text))
  return { counter, head, signature: base64url(signature) }
}

function base64url(bytes: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(bytes))
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function hex(bytes: ArrayBuffer): string {
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
