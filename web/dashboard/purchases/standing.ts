import type { Tone } from '../../kit/badge.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { sumOf } from '../../kit/sum.ts'
import type { Purchase } from '../queries.ts'

export type Standing = 'POSTED' | 'UNCLAIMED' | 'PARTLY_RETURNED' | 'RETURNED' | 'CANCELLED'

type Facts = Pick<Purchase, 'state' | 'contact' | 'returned' | 'transaction_amounts'>

/** What has become of a purchase, in one word. */
export function standingOf({ state, contact, returned, transaction_amounts }: Facts): Standing {
  if (state === 'CANCELLED') return 'CANCELLED'
  if (returned.total > 0) return returned.total < transaction_amounts.total ? 'PARTLY_RETURNED' : 'RETURNED'
  return contact === null ? 'UNCLAIMED' : 'POSTED'
}

/** What a purchase earned or had paid with rewards, less what goods that came back took of it; nothing once it is void. */
export function leftOf(
  { state, rewards, returned }: Pick<Purchase, 'state' | 'rewards' | 'returned'>,
  what: 'award' | 'spend',
): number {
  if (state === 'CANCELLED') return 0
  return sumOf([rewards[what], -returned[what]])
}

export const STANDINGS: Readonly<Record<Standing, { readonly tone: Tone; readonly icon: IconName }>> = {
  POSTED: { tone: 'positive', icon: 'check' },
  UNCLAIMED: { tone: 'neutral', icon: 'receipt' },
  PARTLY_RETURNED: { tone: 'warning', icon: 'undo' },
  RETURNED: { tone: 'warning', icon: 'undo' },
  CANCELLED: { tone: 'negative', icon: 'cross' },
}
