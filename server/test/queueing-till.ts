import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Answer, TestBusiness } from './harness.ts'

export interface Entry {
  readonly counter: number
  readonly previous: string
  readonly payload: string
  readonly signature: string
}

/** A till that goes on without a line, as its own program would. */
export interface QueueingTill {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicKey: object
  /** Signs and counts the next entry, as a till does without a line. */
  queue(body: object): Entry
  send(entry: Entry): Promise<Answer>
  /** Signs where its queue ends, as far as it knows or as is said. */
  ending(said?: Partial<QueueEnd>): QueueEnd
  end(said?: Partial<QueueEnd>): Promise<Answer>
}

interface QueueEnd {
  readonly counter: number
  readonly head: string
  readonly signature: string
}

export async function openQueueingTill({ call }: Pick<TestBusiness, 'call'>): Promise<QueueingTill> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  const key = { kty, crv, x, y }
  const { body: till } = await call('POST', 'tills', { name: 'Counter 1', public_key: key })
  let [counter, head] = [0, till.head]
  const ending = (said: Partial<QueueEnd> = {}): QueueEnd => {
    const end = { counter, head, ...said }
    const text = ['tillback-queue-end-1', till.id, end.counter, end.head].join('\n')
    return { signature: signatureOf(privateKey, text), ...end }
  }
  return {
    id: till.id,
    privateKey,
    publicKey: key,
    queue: (body) => {
      counter += 1
      const entry = signed(till.id, privateKey, { counter, previous: head, payload: JSON.stringify(body) })
      head = createHash('sha256').update(textOf(till.id, entry)).digest('hex')
      return entry
    },
    ending,
    end: (said) => call('POST', `tills/${till.id}/queue_ends`, ending(said)),
    send: (entry) => call('POST', `tills/${till.id}/queued_purchases`, entry),
  }
}

export function textOf(till: string, { counter, previous, payload }: Omit<Entry, 'signature'>): string {
  return ['tillback-queue-1', till, counter, previous, payload].join('\n')
}

export function signed(till: string, key: KeyObject, entry: Omit<Entry, 'signature'>): Entry {
  return { ...entry, signature: signatureOf(key, textOf(till, entry)) }
}

export function signatureOf(key: KeyObject, text: string): string {
  return sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
}
