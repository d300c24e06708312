import { createECDH } from 'node:crypto'
import { z } from 'zod'
import type { Mode } from '../kit/actor.ts'
import { invalidField } from '../kit/error.ts'
import { type Allowed, targetOf } from '../outgoing/index.ts'

/** Where a browser takes its messages, and the keys that only it can read them with (RFC 8291). */
export interface Subscription {
  readonly address: string
  readonly publicKey: string
  readonly auth: string
}

const AUTH_BYTES = 16

// As browsers write it; what else they add says nothing to us.
const written = z.object({
  endpoint: z.string().max(2_000),
  keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }),
})

/** Reads a subscription as `JSON.stringify(subscription)` wrote it in the browser, or refuses. */
export function readSubscription(text: string, mode: Mode, allowed: Allowed): Subscription {
  const read = written.safeParse(parsed(text))
  if (!read.success) {
    throw invalidField('registration_token', shown(text), 'the JSON of a push subscription is needed')
  }
  const { endpoint, keys } = read.data
  if (!isPoint(keys.p256dh)) {
    throw invalidField('registration_token', keys.p256dh, 'keys.p256dh must be a public key of P-256')
  }
  if (Buffer.from(keys.auth, 'base64url').length !== AUTH_BYTES) {
    throw invalidField('registration_token', '(keys.auth)', `keys.auth must have ${AUTH_BYTES} bytes`)
  }
  return { address: targetOf(endpoint, mode, allowed), publicKey: keys.p256dh, auth: keys.auth }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const SHOWN_CHARACTERS = 40

function shown(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
}

/** On the curve: a point beside it would break every message to come. */
function isPoint(text: string): boolean {
  const point = Buffer.from(text, 'base64url')
  const pair = createECDH('prime256v1')
  pair.generateKeys()
  try {
    pair.computeSecret(point)
    return true
  } catch {
    return false
  }
}
