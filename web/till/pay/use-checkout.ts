import { useRef, useState } from 'react'
import { useStanding } from '../api/client.ts'
import { platformNow, secondsOf } from '../api/clock.ts'
import { minorOf } from '../sale/minor.ts'
import { nextReference } from '../sale/reference.ts'
import { closedBody, NO_SPEND, type Sale, type Tender } from '../sale/sale.ts'
import { onRequest, type Quote } from '../sale/use-quote.ts'
import { type Receipt, receiptOf } from './receipt.ts'

interface Attempt {
  readonly reference: string
  readonly at: number
  readonly idempotencyKey: string
}

/** Closes a sale. Another try after a failure is the same purchase: it has the number, the time and the key of the first. */
export function useCheckout(onClosed: (receipt: Receipt) => void) {
  const { client, venue } = useStanding()
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const attempt = useRef<Attempt>(undefined)
  const close = async (sale: Sale, tender: readonly Tender[]) => {
    setBusy(true)
    setFailure(undefined)
    attempt.current ??= beginAttempt()
    const { reference, at, idempotencyKey } = attempt.current
    const closing = { reference, at, tender }
    try {
      const told = await client.purchases.submit(closedBody(sale, venue, closing), { idempotencyKey })
      onClosed(receiptOf(sale, venue, { ...closing, told }))
    } catch (error) {
      setFailure(error)
      setBusy(false)
    }
  }
  return { close, isBusy, failure }
}

function beginAttempt(): Attempt {
  const now = platformNow()
  return { reference: nextReference(now), at: secondsOf(now), idempotencyKey: crypto.randomUUID() }
}

/** Asks for exactly what was quoted: it is spent, or the sale is refused with the reason. */
export function asQuoted(sale: Sale, quote: Quote | undefined, digits: number): Sale {
  if (sale.spend.kind !== 'REQUEST') return sale
  const amount = quote ? minorOf(onRequest(quote), digits) : 0
  return { ...sale, spend: amount > 0 ? { kind: 'REQUEST', amount } : NO_SPEND }
}
