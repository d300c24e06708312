import { hash } from 'node:crypto'
import type { Work } from '../db/index.ts'
import type { RawReply } from './endpoint.ts'
import { IdempotencyKeyReused } from './replies.ts'

/**
 * Over what the request asks for, however it was written: JSON and form of the same request have the same hash, because what a
 * schema has read stands in the schema's order.
 */
export function requestHash(name: string, params: unknown, body: unknown): Buffer {
  return hash('sha256', JSON.stringify([name, params, body]), 'buffer')
}

/** The stored answer of an earlier request with this key; refuses when that request asked for something else. */
export async function earlierReply(work: Work, key: string, hash: Buffer): Promise<RawReply | undefined> {
  const row = await work.db
    .selectFrom('idempotency_keys')
    .select(['request_hash', 'status', 'reply'])
    .where('tenant', '=', work.actor.tenant)
    .where('key', '=', key)
    .executeTakeFirst()
  if (!row) return undefined
  if (!row.request_hash.equals(hash)) throw keyReused(key)
  return { status: row.status, text: row.reply, replayed: true }
}

// As `keyOf` in serve.ts writes whose key it is.
const OF_A_CONTACT = /^[0-9a-f-]{36} /

export function keyReused(key: string): Error {
  return IdempotencyKeyReused({
    parameters: ['Idempotency-Key', key.replace(OF_A_CONTACT, '')],
    detail: 'The same key came with another method, path or body; use a new key for a new request.',
    fields: [
      { path: 'Idempotency-Key', code: 'reused', message: 'Idempotency-Key belongs to another request' },
    ],
  })
}

/** Stores the answer in the transaction that made it, so that effect and answer exist together or not at all. */
export async function storeReply(work: Work, key: string, hash: Buffer, reply: RawReply): Promise<void> {
  await work.db
    .insertInto('idempotency_keys')
    .values({
      tenant: work.actor.tenant,
      key,
      request_hash: hash,
      status: reply.status,
      reply: reply.text,
      created_at: work.at,
    })
    .execute()
}
