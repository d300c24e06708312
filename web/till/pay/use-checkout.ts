import { ConnectionError, ServerError } from '@tillback/sdk'
import { useEffect, useRef, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { readLink } from '../api/link.ts'
import type { Queue } from '../offline/use-queue.ts'
import { minorOf } from '../sale/minor.ts'
import { type Closing, closedBody, NO_SPEND, type Sale, type Tender } from '../sale/sale.ts'
import { onRequest, type Quote } from '../sale/use-quote.ts'
import { readClerk } from '../session/clerk.ts'
import { type Attempt, attemptFor, endAttempt } from './attempt.ts'
import { type Receipt, receiptOf } from './receipt.ts'
import { readRewardsAs } from './rewards-as.ts'

/** A closing whose answer did not come. */
interface Unanswered {
  readonly sale: Sale
  readonly closing: Closing
}

const LOOK_EVERY = 2_000

/**
 * Closes a sale. Another try after a failure is the same purchase: it has the number, the time and the key of the first. Without an
 * answer it is queued and the customer goes home; only where the wallet was to pay it looks what became of the request first.
 */
export function useCheckout(queue: Queue, onClosed: (receipt: Receipt) => void) {
  const { client, venue } = useStanding()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [unanswered, setUnanswered] = useState<Unanswered>()
  const attempt = useRef<Attempt>(undefined)
  const submit = async (sale: Sale, closing: Closing, { idempotencyKey }: Attempt) => {
    const told = await client.purchases.submit(closedBody(sale, venue, closing), { idempotencyKey })
    endAttempt()
    onClosed(receiptOf(sale, venue, { ...closing, told, ...standing() }))
  }
  const later = async (sale: Sale, closing: Closing, { idempotencyKey }: Attempt) => {
    const { reference, at } = closing
    await queue.add({ reference, at, idempotencyKey, body: closedBody(sale, venue, closing) })
    endAttempt()
    onClosed(receiptOf(sale, venue, { ...closing, told: undefined, ...standing() }))
  }
  const close = async (sale: Sale, tender: readonly Tender[]) => {
    setBusy(true)
    setFailure(undefined)
    attempt.current ??= attemptFor(sale)
    const current = attempt.current
    const closing = { reference: current.reference, at: current.at, tender }
    try {
      // Nobody waits for a line that is known to be down.
      if (readLink() === 'OFFLINE' && sale.spend === NO_SPEND) return await later(sale, closing, current)
      await submit(sale, closing, current)
    } catch (error) {
      if (!isUnanswered(error)) {
        // It was refused: what is tried next is another purchase, once the window was closed.
        endAttempt()
        setFailure(error)
      } else if (sale.spend !== NO_SPEND) setUnanswered({ sale, closing })
      else return await later(sale, closing, current).catch(setFailure)
    } finally {
      setBusy(false)
    }
  }
  useEffect(() => {
    const current = attempt.current
    if (!unanswered || !current) return
    const { sale, closing } = unanswered
    const timer = setInterval(async () => {
      const { content } = await client.purchases
        .list({ reference_number: closing.reference })
        .catch(() => ({ content: [] }))
      // It is there: the same request again gets its answer and moves nothing.
      if (content.length > 0) await submit(sale, closing, current).catch(() => {})
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  })
  /** Without the wallet: whatever of the first try still arrives is void on arrival. */
  const payInFull = async (tender: readonly Tender[]) => {
    if (!unanswered) return
    const { sale, closing } = unanswered
    const { reference, at } = closing
    await client.purchases
      .cancel(reference, {})
      .catch(() => queue.addVoid({ reference, at, idempotencyKey: crypto.randomUUID() }))
    attempt.current = undefined
    endAttempt()
    setUnanswered(undefined)
    await close({ ...sale, spend: NO_SPEND }, tender)
  }
  return { close, payInFull, isBusy, failure, isUnknown: unanswered !== undefined }
}

/** What this till writes on the paper besides. */
function standing() {
  return { clerk: readClerk(), rewardsAs: readRewardsAs() }
}

/** Nobody knows what became of it; a refusal is known. */
function isUnanswered(error: unknown): boolean {
  return error instanceof ConnectionError || error instanceof ServerError
}

/** Asks for exactly what was quoted: it is spent, or the sale is refused with the reason. */
export function asQuoted(sale: Sale, quote: Quote | undefined, digits: number): Sale {
  if (sale.spend.kind !== 'REQUEST') return sale
  const amount = quote ? minorOf(onRequest(quote), digits) : 0
  return { ...sale, spend: amount > 0 ? { kind: 'REQUEST', amount } : NO_SPEND }
}
