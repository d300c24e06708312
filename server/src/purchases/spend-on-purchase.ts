import type { Basket } from '../engine/index.ts'
import type { OrganisationId, PoolId } from '../kit/id.ts'
import { display, least, money, sum } from '../kit/money.ts'
import { type AccountRef, contactAccount, houseAccount, type Lot, type Movement } from '../ledger/index.ts'
import { planSpend, type SpendPlan } from '../wallets/index.ts'
import type { Asked, NotAsked } from './ask-to-spend.ts'
import type { Catalogue } from './catalogue.ts'
import { type ExplainedSpend, explainNotAsked, explainSpend } from './explain.ts'
import type { WalletFacts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import type { PurchaseSpend, SpendMethod } from './purchase.ts'
import { SpendNotFullyCovered, WalletBalanceNotEnough } from './purchases.errors.ts'

export interface ToSpend {
  readonly prepared: PreparedPurchase
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly wallet: WalletFacts
  readonly lots: readonly Lot[]
  /** Pools that the contact switched on. */
  readonly activated: ReadonlySet<PoolId> | undefined
  readonly asked: Asked | NotAsked
  /** What discounts took off each line. */
  readonly off: readonly bigint[]
}

const NOTHING: SpendPlan = { total: 0n, parts: [], unspendable: [] }

/**
 * What the purchase may take from the wallet: of what is possible, as much as was asked. Refuses when the whole was demanded
 * and is not covered, or when the wallet holds less than asked and none of it may be spent here. What nobody demanded is never refused.
 */
export function decideSpend(toSpend: ToSpend): {
  readonly plan: SpendPlan
  readonly explained: ExplainedSpend | undefined
} {
  const { prepared, basket, catalogue, lots, activated, asked, off } = toSpend
  const { amounts, place, currency } = prepared
  if (asked.method === undefined) return { plan: NOTHING, explained: explainNotAsked(asked, currency) }
  const due = amounts.total - sum(off)
  const { minimumSpend, maximumSpend = due } = place.settings
  const wished = asked.method === 'AUTO_SPEND' ? (asked.rule.maximum ?? due) : (asked.amount ?? due)
  const most = least(wished, due, maximumSpend)
  const possible = planSpend({
    lots,
    pools: catalogue.pools,
    activated,
    lines: basket.lines.map((line, index) => ({ ...line, gross: line.gross - (off[index] ?? 0n) })),
    place: basket,
    at: basket.at,
    most,
  })
  const plan = possible.total < minimumSpend ? { ...NOTHING, unspendable: possible.unspendable } : possible
  if (asked.amount !== undefined) refuseShortfall(toSpend, asked.amount, plan)
  return { plan, explained: explainSpend({ plan, asked, most, currency }) }
}

function refuseShortfall({ prepared, wallet }: ToSpend, requested: bigint, plan: SpendPlan): void {
  const show = (minor: bigint) => display(money(minor, prepared.currency))
  if (prepared.body.spend_request?.restrict_fully_covered && plan.total < requested) {
    throw SpendNotFullyCovered({
      parameters: [show(requested), show(plan.total)],
      detail: `${show(requested)} was asked, ${show(plan.total)} can be spent on this purchase here and now.`,
    })
  }
  const held = wallet.open + wallet.commerce
  if (plan.total === 0n && held < requested) {
    throw WalletBalanceNotEnough({
      parameters: [show(requested), show(held)],
      detail: `${show(requested)} was asked, the wallet holds ${show(held)} and none of it can be spent here and now.`,
    })
  }
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

export function tellSpends({ parts }: SpendPlan, method: SpendMethod, { pools }: Catalogue): PurchaseSpend[] {
  return parts.map(({ lot, amount, lines }) => {
    const pool = lot.pool === null ? undefined : pools.get(lot.pool)
    return {
      method,
      lot: lot.id,
      pool: pool && { id: pool.id, name: pool.name },
      amount,
      lines,
    }
  })
}
