export interface Signed {
  /** As it was shown once, with its beginning. */
  readonly secret: string
  readonly id: string
  readonly timestamp: string
  /** Exactly as it was received. */
  readonly body: string
  /** One or several, as the header has them. */
  readonly signature: string
}

export type Verdict = 'GOOD' | 'OTHER' | 'NO_SECRET'

/** Whether one of the signatures was made with this secret over these parts (Standard Webhooks). */
export async function checkSignature({ secret, id, timestamp, body, signature }: Signed): Promise<Verdict> {
  const key = keyOf(secret)
  if (!key) return 'NO_SECRET'
  const hmac = { name: 'HMAC', hash: 'SHA-256' }
  const signer = await crypto.subtle.importKey('raw', key, hmac, false, ['sign'])
  const text = new TextEncoder().encode(`${id.trim()}.${timestamp.trim()}.${body}`)
  const mac = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', signer, text))))
  return signature.trim().split(/\s+/).includes(`v1,${mac}`) ? 'GOOD' : 'OTHER'
}

function keyOf(secret: string): Uint8Array<ArrayBuffer> | undefined {
  const text = /^whsec_([A-Za-z0-9+/]+=*)$/.exec(secret.trim())?.[1]
  if (text === undefined) return undefined
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return undefined
  }
}
