import { createHmac } from 'node:crypto'
import { signedHeaders } from '../../kit/sign.ts'
import { now } from './now.ts'

export interface Answered {
  /** undefined: no answer came. */
  readonly status: number | undefined
  readonly error: string | undefined
  readonly ms: number
  /** A webhook is taken with 2xx. */
  readonly isTaken: boolean
}

interface Told {
  readonly id: string
  readonly cursor: string
  readonly type: string
  readonly entity_id: string
}

/** As long as a webhook waits for its answer. */
const WITHIN_MS = 10_000
const PREFIX = 'whsec_'

/** The same for the same key, so that a receiver is told it once. Nothing can be learnt of the key from it. */
export function secretFor(key: string): string {
  return PREFIX + createHmac('sha256', key).update('tillback listen').digest('base64')
}

/** Posts an event as a webhook: the same body and headers, and redirects are not followed. */
export async function forward(
  { cursor: _, ...told }: Told,
  { to, secret }: { readonly to: string; readonly secret: string },
): Promise<Answered> {
  const body = JSON.stringify(told)
  const key = Buffer.from(secret.replace(PREFIX, ''), 'base64')
  const signed = signedHeaders({ id: told.id, body, at: now() }, [key])
  const headers = { 'content-type': 'application/json', 'user-agent': 'Tillback-Webhooks/1', ...signed }
  const began = performance.now()
  const answered = (status: number | undefined, error?: string): Answered => ({
    status,
    error,
    ms: Math.round(performance.now() - began),
    isTaken: status !== undefined && status >= 200 && status < 300,
  })
  const signal = AbortSignal.timeout(WITHIN_MS)
  try {
    const response = await fetch(to, { method: 'POST', body, headers, redirect: 'manual', signal })
    await response.body?.cancel()
    return answered(response.status)
  } catch (error) {
    return answered(undefined, signal.aborted ? `no answer within ${WITHIN_MS / 1_000} s` : reasonOf(error))
  }
}

function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return code === 'ECONNREFUSED' ? 'nothing listens there' : `no answer (${String(code ?? error)})`
}
