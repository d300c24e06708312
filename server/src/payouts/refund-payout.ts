import type { Work } from '../db/index.ts'
import { present } from '../kit/invariant.ts'
import { DAY, later } from '../kit/time.ts'
import { extendLot, lotsById, type Movement, pocketOf, saveLots } from '../ledger/index.ts'
import { append, clearingOf, lockWallet, readJournal } from './move-money.ts'
import type { Payout } from './payout.ts'
import { savePayout } from './payouts.store.ts'

// As for money that a void brings back after its expiry.
const GRACE_DAYS = 7

/** Gives a contact's own payout back to the lots that it was taken from. */
export async function refundOwnPayout(work: Work, payout: Payout): Promise<void> {
  const locked = await lockWallet(work, payout)
  const lines = await readJournal(work, payout)
  const from = clearingOf(work, payout, lines)
  const requested = lines.filter(({ kind }) => kind === 'PAYOUT_REQUEST')
  const lots = await lotsById(
    work,
    requested.map(({ lot }) => present(lot, 'money that was withdrawn came out of a lot')),
  )
  const movements = requested.map(({ line, amount, lot: id }): Movement => {
    const lot = present(lots.get(id ?? ''), 'a lot that money was withdrawn from stays')
    lot.remaining += amount
    if (lot.expiresAt !== null && lot.expiresAt <= work.at) {
      extendLot(lot, { at: work.at, until: later(work.at, GRACE_DAYS * DAY) })
    }
    return { kind: 'PAYOUT_REFUND', from, to: pocketOf(lot), amount, lot: lot.id, reverses: line }
  })
  await append(work, { payout, lines, movements, locked })
  await saveLots(work.sql, [...lots.values()])
  await savePayout(work, payout.id, { state: 'CANCELLED', money: 'BACK', nextAt: null })
}
