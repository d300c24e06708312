import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A new secret of an endpoint: the key bytes, and the text that its owner is shown once. */
export function newSecret(): { readonly key: Buffer; readonly text: string } {
  const key = randomBytes(SECRET_BYTES)
  return { key, text: `${PREFIX}${key.toString('base64')}` }
}

export interface Signed {
  readonly 'webhook-id': string
  readonly 'webhook-timestamp': string
  readonly 'webhook-signature': string
}

/**
 * The headers of Standard Webhooks (standardwebhooks.com): each key signs `id.timestamp.body` with HMAC-SHA256, and a receiver that
 * knows one of them is content. The timestamp is of this try, in epoch seconds.
 */
export function signedHeaders(
  { id, body, at }: { readonly id: string; readonly body: string; readonly at: Date },
  keys: readonly Buffer[],
): Signed {
  const timestamp = String(Math.floor(at.getTime() / 1_000))
  const signatures = keys.map((key) => {
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')
    return `v1,${mac}`
  })
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') }
}
