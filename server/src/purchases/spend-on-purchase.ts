import type { Basket } from '../engine/index.ts'
import type { OrganisationId } from '../kit/id.ts'
import { display, least, money, sum } from '../kit/money.ts'
import { type AccountRef, contactAccount, houseAccount, type Lot, type Movement } from '../ledger/index.ts'
import { planSpend, type SpendPlan } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type ExplainedSpend, explainSpend } from './explain.ts'
import type { WalletFacts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import type { PurchaseSpend } from './purchase.ts'
import { SpendNotFullyCovered, WalletBalanceNotEnough } from './purchases.errors.ts'

export interface ToSpend {
  readonly prepared: PreparedPurchase
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly wallet: WalletFacts
  readonly lots: readonly Lot[]
  /** What discounts took off each line. */
  readonly off: readonly bigint[]
}

const NOTHING: SpendPlan = { total: 0n, parts: [], unspendable: [] }

/**
 * What the request may take from the wallet: of what is possible, as much as was asked. Refuses when the whole was demanded
 * and is not covered, or when the wallet holds less than asked and none of it may be spent here.
 */
export function decideSpend({ prepared, basket, catalogue, wallet, lots, off }: ToSpend): {
  readonly plan: SpendPlan
  readonly explained: ExplainedSpend | undefined
} {
  const { amounts, place, currency, body } = prepared
  const requested = amounts.requestedSpend
  if (requested === undefined) return { plan: NOTHING, explained: undefined }
  const { minimumSpend, maximumSpend } = place.settings
  const most = least(requested, amounts.total - sum(off), maximumSpend ?? requested)
  const possible = planSpend({
    lots,
    pools: catalogue.pools,
    lines: basket.lines.map((line, index) => ({ ...line, gross: line.gross - (off[index] ?? 0n) })),
    place: basket,
    at: basket.at,
    most,
  })
  const plan = possible.total < minimumSpend ? { ...NOTHING, unspendable: possible.unspendable } : possible
  const show = (minor: bigint) => display(money(minor, currency))
  if (body.spend_request?.restrict_fully_covered && plan.total < requested) {
    throw SpendNotFullyCovered({
      parameters: [show(requested), show(plan.total)],
      detail: `${show(requested)} was asked, ${show(plan.total)} can be spent on this purchase here and now.`,
    })
  }
  if (plan.total === 0n && wallet.open + wallet.commerce < requested) {
    throw WalletBalanceNotEnough({
      parameters: [show(requested), show(wallet.open + wallet.commerce)],
      detail: `${show(requested)} was asked, the wallet holds ${show(wallet.open + wallet.commerce)} and none of it can be spent here and now.`,
    })
  }
  return { plan, explained: explainSpend(plan, requested, most, currency) }
}

/** Where used money goes: to the merchant who gave the reduction, or to the payout that follows. */
export function receiverOf(
  { command, currency, place, reductionMethod }: PreparedPurchase,
  business: OrganisationId,
  lane: number,
): { readonly to: AccountRef; readonly spendKind: 'SPEND' | 'PAYOUT_SPEND' } {
  const { tenant } = command.actor
  return reductionMethod === 'FRONT_END'
    ? {
        to: houseAccount('ACCEPTOR', { tenant, organisation: place.merchant.id, currency, lane }),
        spendKind: 'SPEND',
      }
    : {
        to: houseAccount('PAYOUT_CLEARING', { tenant, organisation: business, currency, lane }),
        spendKind: 'PAYOUT_SPEND',
      }
}

/** Out of the wallet's lots, as planned. */
export function spendMovements(
  plan: SpendPlan,
  { to, spendKind: kind }: ReturnType<typeof receiverOf>,
  owner: { readonly tenant: number; readonly id: string; readonly currency: string },
): Movement[] {
  return plan.parts.map(({ lot, amount }) => ({
    kind,
    from: contactAccount(lot.pool === null ? 'CONTACT_OPEN' : 'CONTACT_COMMERCE', owner),
    to,
    amount,
    lot: lot.id,
  }))
}

export function tellSpends({ parts }: SpendPlan, { pools }: Catalogue): PurchaseSpend[] {
  return parts.map(({ lot, amount, lines }) => {
    const pool = lot.pool === null ? undefined : pools.get(lot.pool)
    return {
      method: 'ON_REQUEST',
      lot: lot.id,
      pool: pool && { id: pool.id, name: pool.name },
      amount,
      lines,
    }
  })
}
