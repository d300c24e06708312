import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { trustedCertificate } from './trusted-certificate.ts'

export interface FeedServer {
  readonly url: string
  /** The headers of every request. */
  readonly asked: http.IncomingHttpHeaders[]
  /** What it answers from now on. */
  answer: (response: http.ServerResponse, request: http.IncomingMessage) => void
  close(): Promise<void>
}

/** A web server of somebody who keeps products, on this machine; one that is secure speaks TLS, as LIVE mode demands. */
export async function openFeedServer({ secure = false } = {}): Promise<FeedServer> {
  const feeds: FeedServer = {
    url: '',
    asked: [],
    answer: (response) => response.writeHead(404).end(),
    close: async () => {},
  }
  const listener: http.RequestListener = (request, response) => {
    feeds.asked.push(request.headers)
    feeds.answer(response, request)
  }
  const server = secure
    ? https.createServer(await trustedCertificate(), listener)
    : http.createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(feeds, {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}/products`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}
