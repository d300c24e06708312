import type { Work } from '../db/index.ts'
import { present } from '../kit/invariant.ts'
import {
  beginUndoing,
  lotsToSettle,
  movementsOf,
  putBack,
  readDebtsOf,
  saveDebts,
  saveLots,
  settleDebts,
} from '../ledger/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { append, clearingOf, lockWallet, readJournal } from './move-money.ts'
import type { Payout } from './payout.ts'
import { savePayout } from './payouts.store.ts'

/** Gives a contact's own payout back to the lots that it was taken from. */
export async function refundOwnPayout(work: Work, payout: Payout): Promise<void> {
  const locked = await lockWallet(work, payout)
  const lines = await readJournal(work, payout)
  const from = clearingOf(work, payout, lines)
  const requested = lines.filter(({ kind }) => kind === 'PAYOUT_REQUEST')
  const { tenant, business } = work.actor
  const { settings } = await readBusiness(work.db, tenant)
  const owner = { tenant, id: payout.wallet, currency: payout.currency }
  const before = await readDebtsOf(work.sql, owner)
  const lots = await lotsToSettle(work.sql, owner, {
    debts: before,
    named: requested.map(({ lot }) => present(lot, 'money that was withdrawn came out of a lot')),
  })
  const undoing = beginUndoing({
    owner,
    business,
    at: work.at,
    graceDays: settings.graceDays,
    lots,
    debts: before,
  })
  for (const { line, amount, lot: id } of requested) {
    const lot = present(lots.get(id ?? ''), 'a lot that money was withdrawn from stays')
    putBack(undoing, { lot, amount }, { kind: 'PAYOUT_REFUND', from, reverses: line })
  }
  settleDebts(undoing)
  await append(work, { payout, lines, movements: movementsOf(undoing), locked })
  await saveLots(work.sql, [...undoing.moved])
  await saveDebts(work.sql, [{ tenant, before, after: undoing.debts }])
  await savePayout(work, payout.id, { state: 'CANCELLED', money: 'BACK', nextAt: null })
}
