import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { runnerOfTransaction, transact } from '../db/index.ts'
import { type Actor, nobody } from '../kit/actor.ts'
import { attemptByReference } from './attempts.store.ts'
import { type IncomingMessage, NotGenuine, type Notice } from './provider.ts'
import { ownerOfProvider, providersOf } from './providers.store.ts'
import type { PayoutSources } from './send-payouts.ts'
import { settlePayout } from './settle-payout.ts'

/** What became of a message, as the status that its sender gets. */
export type Received = 200 | 400 | 404 | 503

/**
 * A message of a provider: its signature is verified, the provider is asked how the payment stands now, and that is written
 * like any other answer. So it does not matter how often a message comes, or in which order.
 */
export async function receiveMessage(
  sources: PayoutSources,
  providerId: string,
  message: Omit<IncomingMessage, 'at'>,
): Promise<Received> {
  const { database, clock, adapters } = sources
  const owner = await ownerOfProvider(runnerOfTransaction(database.query), providerId)
  if (!owner) return 404
  const { tenant, business, mode } = owner
  const actor: Actor = { ...nobody, tenant, business, mode }
  const at = clock()
  const configured = await transact(database, { actor, at: clock(tenant) }, async (work) =>
    (await providersOf(work)).find(({ id }) => id === providerId),
  )
  const adapter = configured && adapters(configured.settings.kind, configured)
  if (!adapter) return 404
  const notice = await readBy(() => adapter.readWebhook({ ...message, at }))
  if (typeof notice === 'number') return notice
  if (!notice || notice.outcome === 'UNKNOWN') return notice ? 503 : 200
  await transact(database, { actor, at: clock(tenant) }, async (work) => {
    const attempt = await attemptByReference(work, notice.reference)
    // Not one of ours: the account may pay for other purposes as well.
    if (!attempt) return
    const news = { payout: attempt.payout, attempt: attempt.number, result: notice }
    await settlePayout(work, news, sources.spendsComeBack)
  })
  return 200
}

/** 503 asks the provider to send the message again. */
async function readBy(read: () => Promise<Notice | undefined>): Promise<Notice | undefined | 400 | 503> {
  try {
    return await read()
  } catch (error) {
    return error instanceof NotGenuine ? 400 : 503
  }
}

const MOST_BYTES = 262_144

/** Mounts where providers send their messages. Their bodies are kept as they come: the signature is over the bytes. */
export function mountPayoutMessages(http: FastifyInstance, sources: PayoutSources, log: Logger): void {
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: MOST_BYTES }, (_, body, done) =>
      done(null, body),
    )
    scope.post<{ Params: { id: string } }>('/webhooks/payouts/:id', async (request, reply) => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [
          name,
          Array.isArray(value) ? value[0] : value,
        ]),
      )
      const body = typeof request.body === 'string' ? request.body : ''
      const status = await receiveMessage(sources, request.params.id, { headers, body })
      if (status === 400) log.warn({ request_id: request.id }, 'a message about payouts was not genuine')
      return reply.code(status).send({ status })
    })
  })
}
