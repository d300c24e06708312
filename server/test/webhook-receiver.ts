import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { trustedCertificate } from './trusted-certificate.ts'

export interface Received {
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: any type of event
  readonly body: any
}

export interface Receiver {
  readonly url: string
  readonly received: Received[]
  /** What it answers from now on; a status alone, or a function that answers by itself. */
  answer: number | ((response: http.ServerResponse, request: http.IncomingMessage) => void)
  close(): Promise<void>
}

/** A web server of a client, on this machine; one that is secure speaks TLS, as LIVE mode demands. */
export async function openReceiver({ secure = false } = {}): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answer: 204, close: async () => {} }
  const listener: http.RequestListener = (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
      )
      receiver.received.push({ headers, text, body: JSON.parse(text) })
      if (typeof receiver.answer === 'function') receiver.answer(response, request)
      else response.writeHead(receiver.answer).end()
    })
  }
  const server = secure
    ? https.createServer(await trustedCertificate(), listener)
    : http.createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(receiver, {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}
