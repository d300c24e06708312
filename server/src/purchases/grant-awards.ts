import type { FoundContact } from '../contacts/index.ts'
import { idOf, type LotId, newId, type OrganisationId, type PoolId, type PurchaseId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { least } from '../kit/money.ts'
import { expiryOf } from '../kit/validity.ts'
import { contactAccount, houseAccount, type Lot, type Movement } from '../ledger/index.ts'
import type { Award, Basket } from '../offers/index.ts'
import type { Catalogue } from './catalogue.ts'
import type { PurchaseAward } from './purchase.ts'

export interface ToGrant {
  readonly tenant: number
  readonly id: PurchaseId
  readonly wallet: FoundContact
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly awards: readonly Award[]
  /** What the contact owes; repaid first. */
  readonly debt: bigint
  readonly lane: number
}

export interface Granted {
  readonly told: readonly PurchaseAward[]
  readonly lots: readonly Lot[]
  readonly movements: readonly Movement[]
  readonly repaid: bigint
}

/** Puts awards into the wallet: one lot each, from the offer's funder, less what repays a debt. */
export function grantAwards({ tenant, id, wallet, basket, catalogue, awards, debt, lane }: ToGrant): Granted {
  const { currency } = basket
  const owner = { tenant, id: wallet.wallet, currency }
  const commerce = contactAccount('CONTACT_COMMERCE', owner)
  let owed = debt
  const granted = awards.map((award) => {
    const { terms } = award.offer
    const funder = idOf<OrganisationId>(terms.funder_id)
    const pool = present(catalogue.pools.get(idOf<PoolId>(terms.commerce_pool_id)), "an offer's pool exists")
    const validity = terms.expires_after ?? pool.validity
    const repaid = least(owed, award.amount)
    owed -= repaid
    const lot: Lot = {
      tenant,
      id: newId<LotId>(),
      wallet: wallet.wallet,
      pool: pool.id,
      amount: award.amount,
      remaining: award.amount - repaid,
      currency,
      availableAt: basket.at,
      expiresAt: validity ? expiryOf(basket.at, validity) : null,
      funder,
      offer: award.offer.id,
      offerVersion: award.offer.version,
      journal: id,
    }
    const from = houseAccount('FUNDER', { tenant, organisation: funder, currency, lane })
    const movements: Movement[] = [{ kind: 'AWARD', from, to: commerce, amount: award.amount, lot: lot.id }]
    if (repaid > 0n) {
      movements.push({
        kind: 'DEBT_REPAYMENT',
        from: commerce,
        to: contactAccount('CONTACT_DEBT', owner),
        amount: repaid,
        lot: lot.id,
      })
    }
    return { lot, movements, told: tell(award, lot, pool) }
  })
  return {
    told: granted.map(({ told }) => told),
    lots: granted.map(({ lot }) => lot),
    movements: granted.flatMap(({ movements }) => movements),
    repaid: debt - owed,
  }
}

function tell({ offer, amount, shares }: Award, lot: Lot, pool: PurchaseAward['pool']): PurchaseAward {
  return {
    offer: { id: offer.id, name: offer.terms.name, version: offer.version },
    amount,
    pool: { id: pool.id, name: pool.name },
    lot: lot.id,
    expiresAt: lot.expiresAt ?? undefined,
    availableAt: lot.availableAt,
    shares,
  }
}
