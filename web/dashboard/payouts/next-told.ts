import { texts } from '../texts.ts'
import type { Payout } from './payouts.tsx'

const words = texts.payouts.columns
const TRIED_AGAIN: readonly Payout['state'][] = ['PENDING', 'FAILED', 'RETURNED']

/** What happens next by itself: a payout of which a provider knows is not paid again, the provider is asked what became of it. */
export function nextTold(state: Payout['state']): string {
  return TRIED_AGAIN.includes(state) ? words.next : words.look
}
