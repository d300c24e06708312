import { nameShown } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { codeOf, idOf, type PoolId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { type FinancialEvent, financialEventsOf } from './financial-events.store.ts'
import type { CommercePool } from './pool.ts'
import { readPools } from './pools.store.ts'
import {
  type BlockBehind,
  blocksBehind,
  type OrderBehind,
  ordersBehind,
  spendsBehind,
  type TransferBehind,
  transfersBehind,
} from './transaction-links.store.ts'
import { TRANSACTION_TYPES } from './transaction-types.ts'
import {
  type Entry,
  type LotOrigin,
  type Origin,
  originsOfJournals,
  originsOfLots,
} from './transactions.store.ts'
import type { Pocket, TransactionReply } from './wallets.api.ts'

export interface PocketEntry extends Entry {
  readonly pocket: Pocket
}

/** What stands behind a line; undefined: nothing of the kind. */
interface Behind {
  readonly lot: LotOrigin | undefined
  readonly pool: CommercePool | undefined
  readonly origin: Origin | undefined
  readonly spendMethod: string | undefined
  readonly event: FinancialEvent | undefined
  readonly order: OrderBehind | undefined
  readonly block: BlockBehind | undefined
  readonly transfer: TransferBehind | undefined
}

/** Reads, in one statement for each kind of thing, what the rows of a page came from. */
export async function transactionShower(
  work: Work,
  rows: readonly PocketEntry[],
): Promise<(row: PocketEntry) => TransactionReply> {
  const journals = [...new Set(rows.map(({ journal }) => journal))]
  const lots = byKey(await originsOfLots(work, [...new Set(rows.flatMap(({ lot }) => lot ?? []))]), lotKey)
  const pools = await readPools(work.db, work.actor.tenant)
  const origins = byKey(await originsOfJournals(work, journals), ({ id }) => id)
  const spends = byKey(await spendsBehind(work, journals), ({ journal, lot }) => `${journal}|${lot}`)
  const events = byKey(await financialEventsOf(work, journals), ({ journal, type }) => `${journal}|${type}`)
  const orders = byKey(await ordersBehind(work, journals), journalKey)
  const blocks = byKey(await blocksBehind(work, journals), journalKey)
  const transfers = byKey(await transfersBehind(work, journals), journalKey)
  return (row) => {
    const lot = row.lot === null ? undefined : lots.get(row.lot)
    return showTransaction(work, row, {
      lot,
      pool: lot?.pool ? pools.get(idOf<PoolId>(lot.pool)) : undefined,
      origin: origins.get(row.journal),
      spendMethod: spends.get(`${row.journal}|${row.lot}`)?.method,
      event: events.get(`${row.journal}|${TRANSACTION_TYPES[row.kind]}`),
      order: orders.get(row.journal),
      block: blocks.get(row.journal),
      transfer: transfers.get(row.journal),
    })
  }
}

function lotKey({ id }: LotOrigin): string {
  return id
}

function journalKey({ journal }: { readonly journal: string }): string {
  return journal
}

function byKey<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, T> {
  return new Map(rows.map((row) => [keyOf(row), row]))
}

function showTransaction(work: Work, row: PocketEntry, behind: Behind): TransactionReply {
  const { lot, pool, origin, event, order, block, transfer } = behind
  const amount = wireNumber(row.amount, row.currency)
  return {
    id: `${row.journal}-${row.line}`,
    amount,
    currency: row.currency,
    type: row.side,
    transaction_type: TRANSACTION_TYPES[row.kind],
    pocket: row.pocket,
    posted_on: epochSeconds(row.at),
    balance_after: wireNumber(row.balanceAfter, row.currency),
    reward_event: origin ? rewardEvent(row, origin, behind) : null,
    financial_event: event ? financialEvent(row, event) : null,
    wallet_fee: null,
    order: order ? orderOf(row, order) : null,
    // The books of a business are in one currency.
    exchange_rate: 1,
    total_default_currency: amount,
    default_currency_code: row.currency,
    commerce_pool: pool ? { id: pool.id, name: pool.name } : null,
    wallet_expiration:
      row.kind === 'EXPIRY'
        ? {
            date: epochSeconds(lot?.expiresAt ?? row.at),
            commerce_pool: pool
              ? { id: pool.id, name: pool.name, description: pool.terms.description ?? null }
              : null,
          }
        : null,
    transfer: transfer ? otherEnd(work, row, { transfer, pool }) : null,
    blocked_by: block
      ? { id: block.entityId, entity: block.entity, expiration_date: epochSeconds(block.expiresAt) }
      : null,
  }
}

function rewardEvent(
  { kind, amount, currency }: PocketEntry,
  origin: Origin,
  { lot, spendMethod }: Behind,
): TransactionReply['reward_event'] {
  const isSpend = kind.includes('SPEND')
  return {
    type: isSpend ? 'SPEND' : kind.startsWith('REDEEM') ? 'REDEEM' : 'AWARD',
    code: codeOf(origin.id),
    amount: wireNumber(amount, currency),
    spend_method: isSpend ? (spendMethod ?? null) : null,
    state: origin.state,
    date: epochSeconds(origin.date),
    expiry_date: lot?.expiresAt ? epochSeconds(lot.expiresAt) : null,
    reward_offer: lot?.offer ? { id: lot.offer, name: lot.offerName ?? '' } : null,
    performed_by: { id: origin.placeId, name: origin.placeName },
    reference_number: origin.referenceNumber,
    purchase_id: origin.purchase,
  }
}

function financialEvent(
  { currency }: PocketEntry,
  event: FinancialEvent,
): TransactionReply['financial_event'] {
  const { id, type, number, reference, state, notes, amount, date } = event
  return {
    id,
    type,
    number,
    reference_number: reference,
    life_cycle_state: state,
    notes,
    amount: wireNumber(amount, currency),
    date: epochSeconds(date),
  }
}

function orderOf({ currency }: PocketEntry, order: OrderBehind): TransactionReply['order'] {
  const { id, number, total, submittedAt, placeId, placeName } = order
  return {
    id,
    number,
    total_cost: wireNumber(total, currency),
    submitted_on: epochSeconds(submittedAt),
    fulfilled_by: { id: placeId, name: placeName },
  }
}

interface Transferred {
  readonly transfer: TransferBehind
  readonly pool: CommercePool | undefined
}

/** To whom the money went, or from whom it came: a debit is the sender's line, a credit the receiver's. */
function otherEnd(
  work: Work,
  { side }: PocketEntry,
  { transfer, pool }: Transferred,
): TransactionReply['transfer'] {
  const end = side === 'DEBIT' ? transfer.destination : transfer.origin
  return {
    contact: { id: end.contact, name: nameShown(work, end), code: end.contactCode },
    commerce_pool: pool ? { id: pool.id, name: pool.name } : null,
    wallet: { id: end.wallet, code: end.walletCode },
    account: null,
  }
}
