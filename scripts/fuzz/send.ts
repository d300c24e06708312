import { Agent, request } from 'node:http'
import type { Answered } from './judge.ts'

export interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer | undefined
}

export interface Line {
  send(sent: Sent): Promise<Answered>
  close(): void
}

const PATIENCE_MS = 60_000
// A stream of events does not end: its head is its answer.
const ENDLESS = 'text/event-stream'

/** Sends requests as they are: paths and bodies are not corrected on the way. */
export function openLine(port: number): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 })
  const send = ({ method, path, headers, body }: Sent) =>
    new Promise<Answered>((resolve, reject) => {
      const length: Record<string, string> =
        body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
      const asked = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: { ...headers, ...length },
          timeout: PATIENCE_MS,
        },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          const type = response.headers['content-type'] ?? ''
          const answer = () =>
            resolve({
              status: response.statusCode ?? 0,
              type,
              requestId: [response.headers['request-id']].flat()[0],
              text: Buffer.concat(parts).toString('utf8'),
            })
          response.on('end', answer)
          if (type.startsWith(ENDLESS)) {
            answer()
            asked.destroy()
          }
        },
      )
      asked.on('error', reject)
      asked.on('timeout', () => asked.destroy(new Error(`no answer within ${PATIENCE_MS} ms`)))
      asked.end(body)
    })
  return { send, close: () => agent.destroy() }
}
