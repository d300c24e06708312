import type { Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import type { PayoutId } from '../kit/id.ts'

/** Events of a payout, in the transaction in which they happen. */

export function recordPaid(work: Work, id: PayoutId): Promise<void> {
  return record(work, 'payout.paid', id)
}

export function recordFailed(work: Work, id: PayoutId): Promise<void> {
  return record(work, 'payout.failed', id)
}
