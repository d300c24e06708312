import type { FoundContact } from '../contacts/index.ts'
import { type Award, type Basket, sharesOf } from '../engine/index.ts'
import { idOf, type LotId, newId, type OrganisationId, type PoolId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { expiryOf } from '../kit/validity.ts'
import {
  type AccountRef,
  contactAccount,
  type DebtBook,
  houseAccount,
  type Lot,
  type Movement,
  owedOf,
  repayFrom,
} from '../ledger/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { PurchaseAward, PurchaseSpend } from './purchase.ts'

export interface ToGrant {
  readonly tenant: number
  /** Of the journal: of the purchase, or of whatever else is awarded. */
  readonly id: string
  readonly wallet: FoundContact
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly awards: readonly Award[]
  /** Awards that go off the price of this purchase: put into the wallet and used in the same moment. */
  readonly discounts: readonly Award[]
  /** Where used money goes. */
  readonly to: AccountRef
  readonly spendKind: 'SPEND' | 'PAYOUT_SPEND'
  /** What the contact owes; repaid first. */
  readonly debts: DebtBook
  readonly lane: number
}

export interface Granted {
  readonly told: readonly PurchaseAward[]
  readonly spends: readonly PurchaseSpend[]
  readonly lots: readonly Lot[]
  readonly movements: readonly Movement[]
  readonly repaid: bigint
  readonly debts: DebtBook
}

interface Grant {
  readonly lot: Lot
  readonly movements: readonly Movement[]
  readonly told: PurchaseAward
}

/** Puts awards into the wallet: one lot each, from the offer's funder, less what repays a debt. Discounts leave it at once. */
export function grantAwards(input: ToGrant): Granted {
  const { tenant, wallet, basket, awards, discounts } = input
  const owner = { tenant, id: wallet.wallet, currency: basket.currency }
  const commerce = contactAccount('CONTACT_COMMERCE', owner)
  let { debts } = input
  const off = discounts.map((award) => {
    const { lot, movements, told } = grant(input, award)
    const { to, spendKind: kind } = input
    const used: Movement = { kind, from: commerce, to, amount: award.amount, lot: lot.id }
    return { lot: { ...lot, remaining: 0n }, movements: [...movements, used], told }
  })
  const granted = awards.map((award): Grant => {
    const { lot: full, movements, told } = grant(input, award)
    const { book, amount: repaid } = repayFrom(debts, { lot: full.id, amount: award.amount })
    if (repaid === 0n) return { lot: full, movements, told }
    debts = book
    const lot = { ...full, remaining: award.amount - repaid }
    const to = contactAccount('CONTACT_DEBT', owner)
    const repayment: Movement = { kind: 'DEBT_REPAYMENT', from: commerce, to, amount: repaid, lot: lot.id }
    return { lot, movements: [...movements, repayment], told }
  })
  const all = [...off, ...granted]
  return {
    told: all.map(({ told }) => told),
    spends: off.map(({ told }) => ({
      method: 'INSTANT',
      lot: told.lot,
      pool: told.pool,
      amount: told.amount,
      lines: told.shares,
    })),
    lots: all.map(({ lot }) => lot),
    movements: all.flatMap(({ movements }) => movements),
    repaid: owedOf(input.debts) - owedOf(debts),
    debts,
  }
}

/** One award: its lot and the movement that fills it. */
function grant({ tenant, id, wallet, basket, catalogue, lane }: ToGrant, award: Award): Grant {
  const { currency } = basket
  const { terms } = award.offer
  const funder = idOf<OrganisationId>(terms.funder_id)
  const pool = present(catalogue.pools.get(idOf<PoolId>(terms.commerce_pool_id)), "an offer's pool exists")
  const validity = terms.expires_after ?? pool.validity
  const waits = award.redeem === 'DEFERRED' ? terms.available_after : undefined
  const lot: Lot = {
    tenant,
    id: newId<LotId>(),
    wallet: wallet.wallet,
    pool: pool.id,
    amount: award.amount,
    remaining: award.amount,
    expired: 0n,
    currency,
    availableAt: waits ? expiryOf(basket.at, waits) : basket.at,
    expiresAt: validity ? expiryOf(basket.at, validity) : null,
    funder,
    offer: award.offer.id,
    offerVersion: award.offer.version,
    journal: id,
  }
  const from = houseAccount('FUNDER', { tenant, organisation: funder, currency, lane })
  const to = contactAccount('CONTACT_COMMERCE', { tenant, id: wallet.wallet, currency })
  const movements: Movement[] = [{ kind: 'AWARD', from, to, amount: award.amount, lot: lot.id }]
  return { lot, movements, told: tell(award, lot, pool) }
}

function tell(award: Award, lot: Lot, pool: PurchaseAward['pool']): PurchaseAward {
  const { offer, amount } = award
  return {
    offer: { id: offer.id, name: offer.terms.name, version: offer.version },
    amount,
    pool: { id: pool.id, name: pool.name },
    lot: lot.id,
    expiresAt: lot.expiresAt ?? undefined,
    availableAt: lot.availableAt,
    shares: sharesOf(award),
  }
}
