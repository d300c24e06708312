import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { present } from '../kit/invariant.ts'
import {
  type AccountRef,
  breakageAccount,
  contactAccount,
  type Lot,
  lotsById,
  type Movement,
  oweTo,
  pocketOf,
  post,
  saveLots,
} from '../ledger/index.ts'
import { directoryOf, readOrganisations } from '../organisations/index.ts'
import { findWallet, giveBackUse, holdWallets } from '../wallets/index.ts'
import { limitedAs, sourceOf } from './top-up.ts'
import { type Topup, takenBackOf } from './topup.ts'
import { findTopup, lockTopup, saveCancelled } from './topups.store.ts'

/**
 * Voids a top-up: what is left in its lot goes back where it came from, what expired comes out of breakage, and what was spent or given
 * away is owed by the contact. A void again changes nothing.
 */
export async function cancelTopup(work: Work, idOrCode: string, reason: string | undefined): Promise<Topup> {
  const known = await findTopup(work, idOrCode)
  if (!known) throw notFound('topup', idOrCode)
  const topup = await lockTopup(work, known.id)
  if (topup.state === 'CANCELLED') return topup

  // Its contact may have been merged into another meanwhile.
  const wallet = await findWallet(work, topup.wallet)
  const held = await holdWallets(work, [wallet])
  const lots = await lotsById(work, [topup.lot])
  const lot = present(lots.get(topup.lot), 'the lot of a top-up stays')
  const to = sourceOf(topup, { tenant: work.actor.tenant, organisation: await merchantOf(work, topup) })
  const { owed } = takenBackOf(lot)
  const movements = takeBack(work, lot, to)
  await post(work.sql, [{ id: topup.id, firstLine: 2, at: work.at, movements }], held.accounts)
  await saveLots(work.sql, [lot])
  if (owed > 0n) await oweTo(work, lot, owed)
  const { wallet: counted, amount, createdAt: at } = topup
  await giveBackUse(work, { wallet: counted, kind: limitedAs(topup), amount, at })
  const cancelled: Topup = { ...topup, state: 'CANCELLED', reason, cancelledAt: work.at }
  await saveCancelled(work, cancelled)
  return cancelled
}

async function merchantOf({ db, actor }: Work, { organisation }: Topup): Promise<string> {
  const directory = directoryOf(await readOrganisations(db, actor.tenant), [])
  return directory.formerPlace(organisation).merchant.id
}

/** Line 1 is the top-up itself. */
function takeBack({ actor }: Work, lot: Lot, to: AccountRef): readonly Movement[] {
  const { left, expired, owed } = takenBackOf(lot)
  lot.remaining -= left
  lot.expired -= expired
  const { wallet: id, tenant, currency } = lot
  const debt = contactAccount('CONTACT_DEBT', { tenant, id, currency })
  const back = { to, lot: lot.id, reverses: 1 }
  const movements: readonly Movement[] = [
    { kind: 'TOP_UP_REVERSAL', from: pocketOf(lot), amount: left, ...back },
    {
      kind: 'TOP_UP_REVERSAL_FROM_BREAKAGE',
      from: breakageAccount(lot, actor.business),
      amount: expired,
      ...back,
    },
    { kind: 'TOP_UP_REVERSAL_TO_DEBT', from: debt, amount: owed, ...back },
  ]
  return movements.filter(({ amount }) => amount > 0n)
}
