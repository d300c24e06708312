import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
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
  return reply
    .header('content-type', type)
    .header('content-disposition', `attachment; filename="${file}"`)
    .send(readable)
}
