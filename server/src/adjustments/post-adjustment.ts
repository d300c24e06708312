import type { Work } from '../db/index.ts'
import { InvalidState, invalidField } from '../kit/error.ts'
import { type LotId, newId } from '../kit/id.ts'
import { display, money, sum } from '../kit/money.ts'
import { expiryOf } from '../kit/validity.ts'
import {
  contactAccount,
  houseAccount,
  insertLots,
  isSpendable,
  type Lot,
  type Movement,
  pocketOf,
  post,
  readDebtsOf,
  relieve,
  saveDebts,
  saveLots,
} from '../ledger/index.ts'
import {
  findPool,
  type HeldWallets,
  inOrderOfUse,
  lotsInUse,
  takeMoney,
  tooLittle,
  useWithinLimits,
} from '../wallets/index.ts'
import type { Adjustment } from './adjustment.ts'

/** Moves the money of a wallet that is held, within its limits. Answers the correction as it was posted. */
export async function postAdjustment(
  work: Work,
  held: HeldWallets,
  adjustment: Adjustment,
): Promise<Adjustment> {
  const { id, wallet, currency, type } = adjustment
  const posted = { ...adjustment, expiresAt: await expiryFor(work, adjustment) }
  if (type !== 'DEBT_RELIEF') {
    await useWithinLimits(work, { wallet, kind: type, amount: posted.amount, currency })
  }
  const movements = await movementsOf(work, held, posted)
  await post(work.sql, [{ id, firstLine: 1, at: work.at, movements }], held.accounts)
  return posted
}

async function movementsOf(
  work: Work,
  held: HeldWallets,
  adjustment: Adjustment,
): Promise<readonly Movement[]> {
  if (adjustment.type === 'CREDIT') return credit(work, adjustment)
  if (adjustment.type === 'DEBIT') return debit(work, held, adjustment)
  return forgive(work, held, adjustment)
}

/** As was asked, else as the pool says. */
async function expiryFor(work: Work, { type, pool, expiresAt }: Adjustment): Promise<Date | undefined> {
  if (expiresAt && expiresAt <= work.at) {
    throw InvalidState({
      parameters: ['adjustment', expiresAt.toISOString()],
      detail: `The money would have expired at ${expiresAt.toISOString()}; reject the correction and ask for another.`,
    })
  }
  if (type !== 'CREDIT' || expiresAt || pool === undefined) return expiresAt
  const validity = (await findPool(work, pool))?.validity
  return validity && expiryOf(work.at, validity)
}

function corrections({ actor }: Work, currency: string) {
  const { tenant, business: organisation } = actor
  return houseAccount('ADJUSTMENT', { tenant, organisation, currency, lane: 0 })
}

/** Money that nobody funds: what of it expires is the business's again. */
async function credit(work: Work, adjustment: Adjustment): Promise<readonly Movement[]> {
  const { id, wallet, currency, amount, pool, expiresAt } = adjustment
  const lot: Lot = {
    tenant: work.actor.tenant,
    id: newId<LotId>(),
    wallet,
    pool: pool ?? null,
    amount,
    remaining: amount,
    expired: 0n,
    currency,
    availableAt: work.at,
    expiresAt: expiresAt ?? null,
    funder: null,
    offer: null,
    offerVersion: null,
    journal: id,
  }
  await insertLots(work.sql, [lot], work.at)
  return [
    { kind: 'ADJUSTMENT_CREDIT', from: corrections(work, currency), to: pocketOf(lot), amount, lot: lot.id },
  ]
}

async function debit(work: Work, held: HeldWallets, adjustment: Adjustment): Promise<readonly Movement[]> {
  const { currency, amount, pool } = adjustment
  const lots = await lotsFor(work, held, adjustment)
  const there = sum(lots.map(({ remaining }) => remaining))
  if (amount > there) {
    const of = pool === undefined ? 'spendable money' : `spendable money of the commerce pool ${pool}`
    throw tooLittle({ asked: amount, held: there, currency, of })
  }
  const taken = takeMoney(lots, amount)
  await saveLots(
    work.sql,
    taken.map(({ lot }) => lot),
  )
  const to = corrections(work, currency)
  return taken.map(({ lot, amount: part }) => ({
    kind: 'ADJUSTMENT_DEBIT',
    from: pocketOf(lot),
    to,
    amount: part,
    lot: lot.id,
  }))
}

/** What the wallet shows as its balance; of a pool that is named, also before its contact switched it on. */
function lotsFor(work: Work, held: HeldWallets, { wallet: id, pool }: Adjustment): Promise<Lot[]> | Lot[] {
  if (pool === undefined) return lotsInUse(work, held, { id })
  return held.lots.filter((lot) => lot.pool === pool && isSpendable(lot, work.at)).sort(inOrderOfUse)
}

/** Forgives the oldest debts first. */
async function forgive(work: Work, held: HeldWallets, adjustment: Adjustment): Promise<readonly Movement[]> {
  const { wallet: id, currency, amount } = adjustment
  const owed = held.debtOf({ id, currency })
  const shown = (minor: bigint) => display(money(minor, currency))
  if (amount > owed) throw invalidField('amount', shown(amount), `the contact owes ${shown(owed)}`)
  const { tenant } = work.actor
  const before = await readDebtsOf(work.sql, { tenant, id })
  await saveDebts(work.sql, [{ tenant, before, after: relieve(before, amount).book }])
  const to = contactAccount('CONTACT_DEBT', { tenant, id, currency })
  return [{ kind: 'DEBT_RELIEF', from: corrections(work, currency), to, amount }]
}
