import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { SECOND } from '../kit/time.ts'
import type { StreamReply } from './endpoint.ts'

/**
 * Sends the pieces as they come. The first is made before the head is sent, so that what fails at once is answered as any
 * other error; what fails later breaks the connection, which no reader can take for an end. A reader that goes away ends
 * the making of pieces.
 */
export async function sendStream(
  reply: FastifyReply,
  { type, file, pieces }: StreamReply & { readonly type: string },
  failed: (error: Error) => void,
): Promise<FastifyReply> {
  const iterator = pieces[Symbol.asyncIterator]()
  let first: IteratorResult<string> | undefined = await iterator.next()
  const next = async () => {
    const made = first ?? (await iterator.next())
    first = undefined
    return made
  }
  const end = async () => (await iterator.return?.()) ?? { done: true as const, value: undefined }
  const readable = Readable.from(
    { [Symbol.asyncIterator]: () => ({ next, return: end }) },
    { highWaterMark: 1 },
  )
  readable.on('error', failed)
  if (file !== undefined) reply.header('content-disposition', `attachment; filename="${file}"`)
  // Without an end: nothing comes after it on the same connection, and nobody in between holds it back or keeps it.
  else
    reply.headers({
      connection: 'close',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
  return reply.header('content-type', type).send(readable)
}

/** A reader that takes nothing for so long is gone, whatever its connection says. */
const STUCK_MS = 60 * SECOND

/** Aborted when the reader is gone, takes nothing for a minute, or the server stops. */
export function readerOf({ raw }: FastifyReply, closing: AbortSignal | undefined): AbortSignal {
  const gone = new AbortController()
  const { socket } = raw
  const end = () => raw.destroy()
  socket?.setTimeout(STUCK_MS).on('timeout', end)
  raw.on('close', () => {
    gone.abort()
    socket?.setTimeout(0).off('timeout', end)
  })
  return closing ? AbortSignal.any([gone.signal, closing]) : gone.signal
}
