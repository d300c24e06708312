import { Agent, request } from 'node:http'

export interface Exchange {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
  /** Hangs up when it is aborted. */
  readonly signal?: AbortSignal | undefined
}

// Of Node itself and without `fetch`, which takes more of the machine than the product does for the same request.
const agent = new Agent({ keepAlive: true })

/** One request and the text of its answer. */
export function exchange({ method, url, headers, body = '', signal }: Exchange) {
  return new Promise<{ readonly status: number; readonly text: string }>((resolve, reject) => {
    const length = { 'content-length': String(Buffer.byteLength(body)) }
    const sent = request(url, { agent, method, headers: { ...headers, ...length }, signal }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.once('end', () => resolve({ status: response.statusCode ?? 0, text }))
      response.once('error', reject)
      response.once('close', () => reject(new Error('the answer was cut off')))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}
