import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Tillback, type TillbackOptions } from '../src/index.ts'

/** What arrived. */
export interface Arrived {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

/** What is answered; `hang` never answers, `drop` closes the connection. */
export type Scripted =
  | 'hang'
  | 'drop'
  | {
      readonly status?: number
      readonly json?: unknown
      readonly text?: string
      readonly headers?: Readonly<Record<string, string>>
    }

export interface FakeServer {
  readonly url: string
  readonly arrived: readonly Arrived[]
  client(options?: Partial<TillbackOptions>): Tillback
  stop(): Promise<void>
}

/** A real HTTP server that answers by the script, in order; the last answer repeats. */
export async function fakeServer(...script: readonly Scripted[]): Promise<FakeServer> {
  const arrived: Arrived[] = []
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request
    const text = await textOf(request)
    const answer = script[Math.min(arrived.length, script.length - 1)] ?? {}
    arrived.push({ method, url, headers, body: text === '' ? undefined : JSON.parse(text) })
    if (answer === 'hang') return
    if (answer === 'drop') return request.socket.destroy()
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers })
    response.end(answer.text ?? JSON.stringify(answer.json ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${portOf(server)}`
  return {
    url,
    arrived,
    client: (options) => new Tillback({ apiKey: 'tb_test_key', baseUrl: url, ...options }),
    stop: () => stop(server),
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port')
  return address.port
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(() => resolve()))
}
