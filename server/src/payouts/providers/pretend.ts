import type { Payment, PayoutProvider, Result } from '../provider.ts'
import { unknown } from '../provider.ts'

/** What the cents of an amount make the pretend provider do: the same numbers as on the page about test mode. */
const BY_CENTS: Readonly<
  Record<number, { readonly send: Result; readonly find: (payment: Payment) => Result }>
> = {
  1: { send: { outcome: 'PAID' }, find: () => ({ outcome: 'PAID' }) },
  2: { send: { outcome: 'SENT' }, find: () => ({ outcome: 'PAID' }) },
  3: { send: { outcome: 'PAID' }, find: () => ({ outcome: 'RETURNED', reason: 'ACCOUNT_CLOSED' }) },
  // Somebody else used the reference before: the provider answers with what it has.
  4: { send: unknown('duplicate reference'), find: () => ({ outcome: 'PAID' }) },
  5: {
    send: unknown('status 500'),
    find: ({ asked }) => (asked > 1 ? { outcome: 'PAID' } : { outcome: 'NEVER_SEEN' }),
  },
  6: { send: unknown('no answer'), find: () => ({ outcome: 'PAID' }) },
  7: { send: { outcome: 'DECLINED', reason: 'METHOD_DECLINED' }, find: () => ({ outcome: 'DECLINED' }) },
}

const PAID: Result = { outcome: 'PAID' }

/**
 * Pays nobody and needs no network: stands in for a provider that a business in TEST mode has not configured. The last two
 * digits of the amount choose what happens; all other amounts are paid at once.
 */
export const pretendProvider: PayoutProvider = {
  send: async (payment) => {
    const scene = sceneOf(payment)
    if (!scene) return PAID
    // Asked a second time, the one that answered 500 has recovered.
    return payment.asked > 1 && scene.send.outcome === 'UNKNOWN' ? PAID : scene.send
  },
  find: async (payment) => sceneOf(payment)?.find(payment) ?? PAID,
  readWebhook: async () => undefined,
}

function sceneOf({ amount }: Payment) {
  return BY_CENTS[Number(amount.minor % 100n)]
}
