import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import {
  type AccountRef,
  beginUndoing,
  breakageAccount,
  bringBackRedeemed,
  debtAccountOf,
  lotsToSettle,
  type Movement,
  movementsOf,
  newDebt,
  owe,
  pocketOf,
  post,
  type Redeem,
  readDebtsOf,
  redeemsConcerning,
  saveDebts,
  saveLots,
  saveRedeems,
  settleDebts,
  type Undoing,
} from '../ledger/index.ts'
import { directoryOf, readBusiness, readOrganisations } from '../organisations/index.ts'
import { findWallet, giveBackUse, holdWallets, type Wallet } from '../wallets/index.ts'
import { limitedAs, sourceOf } from './top-up.ts'
import { type Topup, takenBackOf } from './topup.ts'
import { findTopup, lockTopup, saveCancelled } from './topups.store.ts'

/**
 * Voids a top-up: what is left in its lot goes back where it came from, what of it was redeemed is brought back first, what expired comes
 * out of breakage, and what was spent or given away is owed by the contact. A void again changes nothing.
 */
export async function cancelTopup(work: Work, idOrCode: string, reason: string | undefined): Promise<Topup> {
  const known = await findTopup(work, idOrCode)
  if (!known) throw notFound('topup', idOrCode)
  const topup = await lockTopup(work, known.id)
  if (topup.state === 'CANCELLED') return topup

  // Its contact may have been merged into another meanwhile.
  const wallet = await findWallet(work, topup.wallet)
  const held = await holdWallets(work, [wallet])
  const redeems = await redeemsConcerning(work, { lots: [topup.lot] })
  const undoing = await begin(work, wallet, { topup, redeems })
  const before = undoing.debts
  const to = sourceOf(topup, { tenant: work.actor.tenant, organisation: await merchantOf(work, topup) })
  const movements = takeBack(undoing, { topup, redeems, to })
  await post(work.sql, [{ id: topup.id, firstLine: 2, at: work.at, movements }], held.accounts)
  await saveLots(work.sql, [...undoing.moved])
  await saveRedeems(work.sql, redeems)
  await saveDebts(work.sql, [{ tenant: work.actor.tenant, before, after: undoing.debts }])
  const { wallet: counted, amount, createdAt: at } = topup
  await giveBackUse(work, { wallet: counted, kind: limitedAs(topup), amount, at })
  const cancelled: Topup = { ...topup, state: 'CANCELLED', reason, cancelledAt: work.at }
  await saveCancelled(work, cancelled)
  return cancelled
}

interface Voiding {
  readonly topup: Topup
  /** What was redeemed of its lot; they move with the reckoning. */
  readonly redeems: readonly Redeem[]
}

async function begin(work: Work, wallet: Wallet, { topup, redeems }: Voiding): Promise<Undoing> {
  const owner = { tenant: work.actor.tenant, id: wallet.id, currency: topup.currency }
  const debts = await readDebtsOf(work.sql, owner)
  const named = [topup.lot, ...redeems.map(({ lot }) => lot)]
  const { id: business, settings } = await readBusiness(work.db, work.actor.tenant)
  const lots = await lotsToSettle(work.sql, owner, { debts, named })
  return beginUndoing({ owner, business, at: work.at, graceDays: settings.graceDays, lots, debts })
}

async function merchantOf({ db, actor }: Work, { organisation }: Topup): Promise<string> {
  const directory = directoryOf(await readOrganisations(db, actor.tenant), [])
  return directory.formerPlace(organisation).merchant.id
}

interface TakingBack extends Voiding {
  /** Where the money came from. */
  readonly to: AccountRef
}

/** Line 1 is the top-up itself. */
function takeBack(undoing: Undoing, { topup, redeems, to }: TakingBack): readonly Movement[] {
  const lot = present(undoing.lots.get(topup.lot), 'the lot of a top-up stays')
  // What of it is open money now is still there.
  bringBackRedeemed(undoing, redeems, { from: lot, wanted: takenBackOf(lot).owed })
  settleDebts(undoing)
  const { left, expired, owed } = takenBackOf(lot)
  const back = { to, lot: lot.id, reverses: 1 }
  const taken: readonly Movement[] = [
    { kind: 'TOP_UP_REVERSAL', from: pocketOf(lot), amount: left, ...back },
    {
      kind: 'TOP_UP_REVERSAL_FROM_BREAKAGE',
      from: breakageAccount(lot, undoing.business),
      amount: expired,
      ...back,
    },
    { kind: 'TOP_UP_REVERSAL_TO_DEBT', from: debtAccountOf(undoing), amount: owed, ...back },
  ]
  lot.remaining -= left
  lot.expired -= expired
  undoing.moved.add(lot)
  if (owed > 0n) undoing.debts = owe(undoing.debts, newDebt(undoing, lot.id, owed))
  return [...movementsOf(undoing), ...taken.filter(({ amount }) => amount > 0n)]
}
