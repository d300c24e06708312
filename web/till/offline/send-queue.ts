import { ConnectionError, ServerError, type Tillback, TillbackError } from '@tillback/sdk'
import { fieldOf } from '../../kit/reading.ts'
import { texts } from '../texts.ts'
import { endOfChain, queuePurchase, settle, type Waiting, waitingIn } from './queue.ts'

/** DONE: nothing waits. LATER: the line went away again. STOPPED: the platform does not accept the chain. */
export type Sent =
  | { readonly is: 'DONE' | 'LATER' }
  | { readonly is: 'STOPPED'; readonly error: TillbackError }

const SENDING = 'tillback-till-sending'
const UNKNOWN_CONTACT = 'CRM.EXCEPTIONS.NOTFOUNDEXCEPTION'

/** Sends what waits, one after another in its order; what was sent and not answered is sent again, which moves nothing twice. */
export function sendQueue(client: Tillback, scope: string, told: () => void): Promise<Sent> {
  return navigator.locks.request(SENDING, async () => {
    for (;;) {
      const [first] = await waitingIn(scope)
      try {
        if (!first) {
          await sayEnd(client, scope)
          return { is: 'DONE' } as const
        }
        await send(client, first)
      } catch (error) {
        if (!(error instanceof TillbackError)) throw error
        const isPassing = error instanceof ConnectionError || error instanceof ServerError || error.retryable
        return isPassing ? ({ is: 'LATER' } as const) : ({ is: 'STOPPED', error } as const)
      } finally {
        told()
      }
    }
  })
}

async function send(client: Tillback, waiting: Waiting): Promise<void> {
  const { idempotencyKey, reference } = waiting
  if (waiting.kind === 'VOID') {
    await client.purchases.cancel(reference, {}, { idempotencyKey })
    return settle(waiting, { refusal: undefined, award: undefined })
  }
  const { purchase, refusal } = await client.tills.sendQueuedPurchase(waiting.till, waiting.entry, {
    idempotencyKey,
  })
  if (refusal?.error === UNKNOWN_CONTACT && (await sellToNobody(client, waiting))) {
    return settle(waiting, { refusal: texts.queue.toNobody, award: undefined })
  }
  await settle(waiting, {
    refusal: refusal ? refusalText(refusal) : undefined,
    award: purchase?.rewards.award,
  })
}

/** So that entries that were cut off the end of the queue are missed now, and not when the next one comes. */
async function sayEnd(client: Tillback, scope: string): Promise<void> {
  const said = await endOfChain(scope)
  if (said) await client.tills.endQueue(said.till, said.end)
}

/** In the words of the till, where it has some. */
function refusalText({ error, detail }: { readonly error: string; readonly detail: string }): string {
  return texts.kit.refusals?.[error.split('.').at(-1) ?? ''] ?? detail
}

/** A member whom nobody knows does not make the sale undone: it is sent as one of nobody, and its receipt can be claimed. */
async function sellToNobody(
  client: Tillback,
  { scope, reference, at, entry }: Extract<Waiting, { kind: 'PURCHASE' }>,
): Promise<boolean> {
  const body = JSON.parse(entry.payload)
  if (fieldOf(body, 'contact') === undefined) return false
  const { contact: _, ...unclaimed } = body
  await queuePurchase(client, scope, { body: unclaimed, reference, at, idempotencyKey: crypto.randomUUID() })
  return true
}
