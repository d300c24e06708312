import webPush from 'web-push'
import { HOUR, SECOND } from '../kit/time.ts'
import { type Allowed, type Answered, call } from '../outgoing/index.ts'
import type { Outcome } from './outcome.ts'
import type { PushKeys } from './push-keys.ts'
import type { Subscription } from './subscription.ts'

export interface PushMessage {
  readonly id: string
  readonly kind: string
  readonly language: string
  readonly sender: string
  readonly subject: string
  readonly content: string
}

export interface Pushing {
  readonly keys: PushKeys
  /** Whom the push service may ask about our messages: a mailto: or https: address. */
  readonly contact: string
  readonly allowed: Allowed
  readonly at: Date
}

const WITHIN_MS = 10 * SECOND
/** How long the service keeps it for a device that is off. */
const KEPT_SECONDS = (24 * HOUR) / SECOND
// 4096 bytes that every service takes, less what encryption adds (RFC 8291, section 4).
const MOST_BYTES = 3_993

/** What the device decrypts. A content that is too long is cut; the inbox has it whole. */
export function pushText({ id, kind, language, sender, subject, content }: PushMessage): string {
  const textWith = (body: string) => JSON.stringify({ id, kind, language, sender, title: subject, body })
  let text = textWith(content)
  let characters = [...content]
  while (Buffer.byteLength(text) > MOST_BYTES && characters.length > 0) {
    characters = characters.slice(0, Math.floor(characters.length * 0.9))
    text = textWith(`${characters.join('')}…`)
  }
  return text
}

/** Hands the message, encrypted for the device alone, to its push service at an address that was checked. Never throws. */
export async function pushMessage(
  message: PushMessage,
  { address, publicKey, auth }: Subscription,
  { keys, contact, allowed, at }: Pushing,
): Promise<Outcome> {
  try {
    const subscription = { endpoint: address, keys: { p256dh: publicKey, auth } }
    const { headers, body } = webPush.generateRequestDetails(subscription, pushText(message), {
      vapidDetails: { subject: contact, ...keys },
      TTL: KEPT_SECONDS,
      contentEncoding: 'aes128gcm',
      // A second copy takes the place of one that the device has not got yet.
      topic: message.id.replaceAll('-', ''),
    })
    const answered = await call(
      { url: address, body: body ?? '', headers: { ...textOf(headers), 'user-agent': 'Tillback-Push/1' } },
      { allowed, withinMs: WITHIN_MS, at },
    )
    return outcomeOf(answered)
  } catch (error) {
    return { kind: 'FAILED', error: error instanceof Error ? error.message : String(error) }
  }
}

function textOf(headers: object): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  )
}

const GONE = [404, 410]
/** That a later try may be taken after. */
const PASSING = [408, 425, 429]

function outcomeOf({ status, error, retryAfter }: Answered): Outcome {
  if (error === undefined) return { kind: 'SENT' }
  if (status !== undefined && GONE.includes(status)) return { kind: 'GONE', error }
  const isForGood = status !== undefined && status >= 400 && status < 500 && !PASSING.includes(status)
  return isForGood ? { kind: 'REFUSED', error } : { kind: 'FAILED', error, retryAfter }
}
