import type { Tone } from '../../kit/badge.tsx'
import type { IconName } from '../../kit/icon.tsx'
import type { Purchase } from '../queries.ts'

export type Standing = 'POSTED' | 'UNCLAIMED' | 'PARTLY_RETURNED' | 'RETURNED' | 'CANCELLED'

type Facts = Pick<Purchase, 'state' | 'contact' | 'returned' | 'transaction_amounts'>

/** What has become of a purchase, in one word. */
export function standingOf({ state, contact, returned, transaction_amounts }: Facts): Standing {
  if (state === 'CANCELLED') return 'CANCELLED'
  if (returned.total > 0) return returned.total < transaction_amounts.total ? 'PARTLY_RETURNED' : 'RETURNED'
  return contact === null ? 'UNCLAIMED' : 'POSTED'
}

export const STANDINGS: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconName }>> = {
  POSTED: { tone: 'positive', icon: 'check' },
  UNCLAIMED: { tone: 'neutral', icon: 'receipt' },
  PARTLY_RETURNED: { tone: 'warning', icon: 'undo' },
  RETURNED: { tone: 'warning', icon: 'undo' },
  CANCELLED: { tone: 'negative', icon: 'cross' },
}
