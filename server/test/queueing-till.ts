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
}

export async function openQueueingTill({ call }: Pick<TestBusiness, 'call'>): Promise<QueueingTill> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty, crv, x, y } = publicKey.export({ format: 'jwk' })
  const key = { kty, crv, x, y }
  const { body: till } = await call('POST', 'tills', { name: 'Counter 1', public_key: key })
  let [counter, head] = [0, till.head]
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
    send: (entry) => call('POST', `tills/${till.id}/queued_purchases`, entry),
  }
}

function textOf(till: string, { counter, previous, payload }: Omit<Entry, 'signature'>): string {
  return ['tillback-queue-1', till, counter, previous, payload].join('\n')
}

export function signed(till: string, key: KeyObject, entry: Omit<Entry, 'signature'>): Entry {
  const signature = sign('sha256', Buffer.from(textOf(till, entry)), { key, dsaEncoding: 'ieee-p1363' })
  return { ...entry, signature: signature.toString('base64url') }
}
