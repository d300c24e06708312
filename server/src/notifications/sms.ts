import { type Allowed, call } from '../outgoing/index.ts'
import type { Outcome } from './outcome.ts'

export const SMS_FORMATS = ['JSON', 'FORM'] as const

/** Whoever takes text messages by HTTP: most that send them do, each with names of its own. */
export interface SmsGateway {
  readonly url: string
  readonly format: (typeof SMS_FORMATS)[number]
  /** What is posted, with {to} and {text} where they belong. */
  readonly template: string
  /** Of those with secrets the values are sealed. */
  readonly headerNames: readonly string[]
}

export interface Sms {
  /** With its country: +35799123456. */
  readonly to: string
  readonly text: string
}

const TYPES = { JSON: 'application/json', FORM: 'application/x-www-form-urlencoded' } as const
const PLACES = /\{(to|text)\}/g

/** What is posted: each value is written as the format needs it, and is never read as a part of the template. */
export function smsBody({ format, template }: Pick<SmsGateway, 'format' | 'template'>, sms: Sms): string {
  const written = (value: string) =>
    format === 'JSON' ? JSON.stringify(value).slice(1, -1) : encodeURIComponent(value)
  return template.replaceAll(PLACES, (_, name: 'to' | 'text') => written(sms[name]))
}

/** Why the template cannot be posted; undefined: it can. */
export function faultOfTemplate(gateway: Pick<SmsGateway, 'format' | 'template'>): string | undefined {
  const missing = ['{to}', '{text}'].find((place) => !gateway.template.includes(place))
  if (missing !== undefined) return `${missing} is missing`
  if (gateway.format === 'FORM') return undefined
  try {
    JSON.parse(smsBody(gateway, { to: '+1 "2"', text: 'a\nb' }))
    return undefined
  } catch {
    return 'it is no JSON once the places are filled in; they stand between quotes'
  }
}

interface Sending {
  readonly gateway: SmsGateway
  readonly headers: Readonly<Record<string, string>>
  readonly allowed: Allowed
  readonly withinMs: number
  readonly at: Date
}

const TOO_BUSY = 429
const SERVER_ERROR = 500

/** Hands the text message to the gateway, at an address that was checked. Never throws, and tells nothing of what was sent. */
export async function sendSms(
  sms: Sms,
  { gateway, headers, allowed, withinMs, at }: Sending,
): Promise<Outcome> {
  const { url, format } = gateway
  const body = smsBody(gateway, sms)
  const sent = { url, body, headers: { ...headers, 'content-type': TYPES[format] } }
  const { status, error, retryAfter } = await call(sent, { allowed, withinMs, at })
  if (error === undefined) return { kind: 'SENT' }
  if (status === undefined) return { kind: 'FAILED', error }
  const isPassing = status === TOO_BUSY || status >= SERVER_ERROR
  return isPassing ? { kind: 'FAILED', error, retryAfter } : { kind: 'REFUSED', error }
}
