import type { FastifyInstance } from 'fastify'
import { invariant } from '../kit/invariant.ts'
import type { BulkReader } from './bulk-reader.ts'
import type { BulkFormat, BulkLimits, BulkRows } from './read-bulk.ts'

interface Unread {
  readonly bytes: Buffer
  readonly format: BulkFormat
}

/** Leaves the bodies of what is mounted on `app` as they came. */
export function leaveBodiesUnread(app: FastifyInstance): void {
  const formats: readonly (readonly [string, BulkFormat])[] = [
    ['application/json', 'JSON'],
    ['application/x-www-form-urlencoded', 'FORM'],
  ]
  app.removeAllContentTypeParsers()
  for (const [type, format] of formats) {
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_, bytes: Buffer, done) =>
      done(null, { bytes, format } satisfies Unread),
    )
  }
}

/** A request without a body is one without rows, which the reader refuses. */
export function readBulkBody(reader: BulkReader, body: unknown, limits: BulkLimits): Promise<BulkRows> {
  const { bytes, format } = unread(body ?? { bytes: Buffer.from('{}'), format: 'JSON' })
  return reader.read(bytes, format, limits)
}

function unread(body: unknown): Unread {
  const isUnread = typeof body === 'object' && body !== null && 'bytes' in body && 'format' in body
  invariant(isUnread && Buffer.isBuffer(body.bytes), 'a body of many rows was left unread')
  return { bytes: body.bytes, format: body.format === 'FORM' ? 'FORM' : 'JSON' }
}

/** What makes two bodies of many rows the same request. */
export function digestOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'digest' in body ? body.digest : undefined
}

/** How many rows were sent. */
export function rowsIn(body: unknown): number {
  if (typeof body !== 'object' || body === null || !('parts' in body) || !Array.isArray(body.parts)) return 0
  return body.parts.reduce((sum: number, { count }: { readonly count: number }) => sum + count, 0)
}
