import http from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FeedServer {
  readonly url: string
  /** The headers of every request. */
  readonly asked: http.IncomingHttpHeaders[]
  /** What it answers from now on. */
  answer: (response: http.ServerResponse, request: http.IncomingMessage) => void
  close(): Promise<void>
}

/** A web server of somebody who keeps products, on this machine. */
export async function openFeedServer(): Promise<FeedServer> {
  const feeds: FeedServer = {
    url: '',
    asked: [],
    answer: (response) => response.writeHead(404).end(),
    close: async () => {},
  }
  const server = http.createServer((request, response) => {
    feeds.asked.push(request.headers)
    feeds.answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return Object.assign(feeds, {
    url: `http://127.0.0.1:${port}/products`,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  })
}
