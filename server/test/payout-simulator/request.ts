import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Fault, Payments, SimulatedPayment } from './payments.ts'

/** One request, and what the simulated providers share to answer it. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingMessage['headers']
  readonly body: string
  readonly payments: Payments
  /** What is to happen to a request to pay under the reference, asked once for each request. */
  readonly faultOf: (reference: string) => Fault
  /** True, so that whoever answers can return it. */
  readonly reply: (status: number, body: unknown) => true
  readonly hangUp: () => true
}

export function asked(
  request: IncomingMessage,
  response: ServerResponse,
  shared: Pick<Asked, 'body' | 'payments' | 'faultOf'>,
): Asked {
  const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://simulator')
  return {
    ...shared,
    method: request.method ?? 'GET',
    path,
    query,
    headers: request.headers,
    reply: (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
      return true
    },
    hangUp: () => {
      request.socket.destroy()
      return true
    },
  }
}

/** Does to a request what its fault says; `make` pays, `tell` answers with the payment, `decline` refuses it. */
export function payUnder(
  { hangUp, reply }: Asked,
  fault: Fault,
  {
    make,
    tell,
    decline,
  }: {
    readonly make: () => SimulatedPayment
    readonly tell: (payment: SimulatedPayment) => true
    readonly decline: () => true
  },
): true {
  const isPaid = fault === 'NONE' || fault.endsWith('_AFTER')
  const payment = isPaid ? make() : undefined
  if (fault === 'NONE' && payment) return tell(payment)
  if (fault === 'DECLINE') return decline()
  if (fault.startsWith('ERROR'))
    return reply(500, { error: { type: 'api_error', message: 'Something went wrong.' } })
  if (fault.startsWith('CLOSE')) return hangUp()
  // HANG: no answer ever; the caller gives up.
  return true
}
