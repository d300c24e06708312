import type { Award } from '../engine/index.ts'
import { wireNumber } from '../kit/money.ts'
import type { PastAward, PastPurchase } from './replay-history.ts'
import type { Replayed } from './simulate.ts'
import { totalOf } from './tally.ts'

const MOST_SHOWN = 20

/** How far today's live offers give what the ledger has. */
export interface LiveReport {
  readonly purchases: number
  readonly recorded: number
  readonly replayed: number
  readonly same: number
  readonly different: number
  readonly differences: readonly {
    readonly purchase: string
    readonly recorded: readonly { readonly offer: string; readonly amount: number }[]
    readonly replayed: readonly { readonly offer: string; readonly amount: number }[]
  }[]
}

export interface LiveTally {
  count(purchase: PastPurchase, replayed: Replayed): void
  report(): LiveReport
}

/** Compares award by award, to the cent. */
export function liveTally(currency: string): LiveTally {
  const differences: { readonly purchase: PastPurchase; readonly replayed: Replayed }[] = []
  let purchases = 0
  let different = 0
  let recorded = 0n
  let given = 0n
  return {
    count: (purchase, replayed) => {
      purchases += 1
      for (const { amount } of purchase.awarded) recorded += amount
      given += totalOf(replayed)
      if (isSame(purchase, replayed)) return
      different += 1
      if (differences.length < MOST_SHOWN) differences.push({ purchase, replayed })
    },
    report: () => {
      const show = (minor: bigint) => wireNumber(minor, currency)
      return {
        purchases,
        recorded: show(recorded),
        replayed: show(given),
        same: purchases - different,
        different,
        differences: differences.map(({ purchase, replayed }) => ({
          purchase: purchase.id,
          recorded: purchase.awarded.map(({ offer, amount }) => ({ offer, amount: show(amount) })),
          replayed: replayed.awards.map(({ offer, amount }) => ({ offer: offer.id, amount: show(amount) })),
        })),
      }
    },
  }
}

function isSame({ awarded }: PastPurchase, { awards }: Replayed): boolean {
  if (awarded.length !== awards.length) return false
  return awards.every(
    (award, place) => isGiven(award, awarded[place]) || awarded.some((each) => isGiven(award, each)),
  )
}

function isGiven({ offer, amount }: Award, recorded: PastAward | undefined): boolean {
  return recorded !== undefined && recorded.amount === amount && recorded.offer === offer.id
}
