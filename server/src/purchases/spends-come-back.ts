import { sum } from '../kit/money.ts'
import type { SpendsComeBack } from '../payouts/index.ts'
import { type Catalogues, catalogueFor } from './catalogue.ts'
import { findPurchase } from './find-purchase.ts'
import { type PostedLine, postedLines } from './posted-lines.ts'
import { saveReturned } from './save-undone.ts'
import { takeLines } from './take-back.ts'

/** What a voided or wholly returned purchase had spent returns to its lots, once the payout of it has come back. */
export function spendsComeBack(catalogues: Catalogues): SpendsComeBack {
  return async (work, id) => {
    const purchase = await findPurchase(work, id, { lock: true })
    const { directory } = await catalogueFor(work, catalogues)
    const lines = await postedLines(work, purchase)
    const isPaidOut = ({ kind }: PostedLine) => kind === 'PAYOUT_SPEND'
    const unwound = await takeLines(work, directory, {
      purchase,
      lines,
      portion: (line) => (isPaidOut(line) ? line.amount - line.takenBack : 0n),
      // Limits and uses were given back with the goods.
      counts: [],
      redeems: new Map(),
    })
    if (purchase.state === 'CANCELLED' || unwound.spendReturned === 0n) return
    const returnedSpend = sum(lines.map(({ kind, amount }) => (kind === 'PAYOUT_SPEND' ? amount : 0n)))
    await saveReturned(work, { ...purchase, returnedSpend })
  }
}
