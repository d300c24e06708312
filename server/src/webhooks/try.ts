import { DAY } from '../kit/time.ts'
import type { Answered } from '../outgoing/index.ts'

/** What every call says of itself beside its signature. */
export const SENT_HEADERS = {
  'content-type': 'application/json',
  'user-agent': 'Tillback-Webhooks/1',
} as const

/** So long it is kept what a receiver answered; that it did stands with the delivery. */
export const TRIES_KEPT_MS = 7 * DAY

/** Of an answer that was taken a glance is enough; of a refusal its reason is looked for. */
const KEPT_CHARACTERS = { taken: 1_024, refused: 4_096 } as const
/** Those that say what became of the call. Cookies and challenges are nobody's here. */
const KEPT_HEADERS = [
  'content-type',
  'content-length',
  'retry-after',
  'location',
  'server',
  'webhook-delivery',
]
const MOST_OF_A_HEADER = 200

export interface Try {
  readonly signedAt: Date
  readonly milliseconds: number
  readonly isTaken: boolean
  readonly status: number | undefined
  readonly error: string | undefined
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly answer: string
  readonly isWhole: boolean
}

/** One call as it is kept: what was answered, up to a bound. */
export function tryOf({
  answered: { status, error, headers, body },
  signedAt,
  milliseconds,
}: {
  readonly answered: Answered
  readonly signedAt: Date
  readonly milliseconds: number
}): Try {
  const isTaken = error === undefined
  const text = storable(body.toString('utf8'))
  const answer = text.slice(0, KEPT_CHARACTERS[isTaken ? 'taken' : 'refused'])
  return {
    signedAt,
    milliseconds,
    isTaken,
    status,
    error,
    headers: KEPT_HEADERS.flatMap((name) => {
      const value = headers[name]
      return value === undefined ? [] : [[name, storable(String(value)).slice(0, MOST_OF_A_HEADER)] as const]
    }),
    answer,
    isWhole: answer.length === text.length,
  }
}

/** The database takes every character but one. */
function storable(text: string): string {
  return text.replaceAll('\u0000', '\uFFFD').toWellFormed()
}
