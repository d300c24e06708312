/** What the simulated providers hold: one entry for each payment that they really made. */

/** What happens to a request to pay. BEFORE: nothing is paid; AFTER: it is paid, and only the answer is lost. */
export type Fault =
  | 'NONE'
  | 'DECLINE'
  | 'ERROR_BEFORE'
  | 'ERROR_AFTER'
  | 'HANG_BEFORE'
  | 'HANG_AFTER'
  | 'CLOSE_BEFORE'
  | 'CLOSE_AFTER'

export type Status = 'processing' | 'posted' | 'failed' | 'returned'

export interface SimulatedPayment {
  readonly id: string
  readonly provider: 'STRIPE' | 'PAYPAL'
  readonly reference: string
  readonly minor: number
  readonly currency: string
  /** A Stripe recipient or a PayPal address. */
  readonly recipient: string
  readonly created: string
  status: Status
  reason: string | undefined
}

export interface Payments {
  /** In the order in which they were made. */
  readonly all: readonly SimulatedPayment[]
  find(match: (payment: SimulatedPayment) => boolean): SimulatedPayment | undefined
  add(payment: Omit<SimulatedPayment, 'id' | 'created' | 'status' | 'reason'>): SimulatedPayment
}

export function openPayments(): Payments {
  const all: SimulatedPayment[] = []
  return {
    all,
    find: (match) => all.find(match),
    add: (wanted) => {
      const number = String(all.length + 1).padStart(6, '0')
      const id = wanted.provider === 'STRIPE' ? `obp_${number}` : `BATCH${number}`
      const payment: SimulatedPayment = {
        ...wanted,
        id,
        created: new Date().toISOString(),
        status: 'processing',
        reason: undefined,
      }
      all.push(payment)
      return payment
    },
  }
}

/** What left the provider and did not come back. */
export function paidBy(payments: readonly SimulatedPayment[]): number {
  return payments
    .filter(({ status }) => status === 'processing' || status === 'posted')
    .reduce((sum, { minor }) => sum + minor, 0)
}
