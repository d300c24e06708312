import type { Basket } from '../engine/index.ts'
import type { OrganisationId, PoolId } from '../kit/id.ts'
import { display, least, money, sum } from '../kit/money.ts'
import { localDay } from '../kit/zone.ts'
import { type AccountRef, contactAccount, houseAccount, type Lot, type Movement } from '../ledger/index.ts'
import {
  planSpend,
  type RuleRoom,
  type SpendPlan,
  tightestRoom,
  type WalletLimits,
} from '../wallets/index.ts'
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
  readonly limits: WalletLimits | undefined
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
  const { currency, place } = prepared
  if (asked.method === undefined) return { plan: NOTHING, explained: explainNotAsked(asked, currency) }
  const bounds = boundsOf(toSpend, asked)
  const [wished, ...others] = bounds
  const most = least(wished.most, ...others.map((bound) => bound.most))
  const possible = planSpend({
    lots,
    pools: catalogue.pools,
    activated,
    lines: basket.lines.map((line, index) => ({ ...line, gross: line.gross - (off[index] ?? 0n) })),
    place: basket,
    at: basket.at,
    most,
  })
  const { minimumSpend: minimum } = place.settings
  const plan = possible.total < minimum ? { ...NOTHING, unspendable: possible.unspendable } : possible
  if (asked.amount !== undefined) refuseShortfall(toSpend, { requested: asked.amount, plan, bounds })
  const below = possible.total < minimum ? { possible: possible.total, minimum } : undefined
  return { plan, explained: explainSpend({ plan, asked, most, bounds, below, currency }) }
}

/** What bounds the spend; the first is what was wished. */
export interface SpendBound {
  readonly because: 'WISHED' | 'TO_PAY' | 'PREFERENCE' | 'MERCHANT_MAXIMUM' | 'WALLET_LIMIT'
  readonly most: bigint
  readonly limit?: RuleRoom | undefined
}

function boundsOf(
  { prepared, catalogue, limits, off }: ToSpend,
  asked: Asked,
): [SpendBound, ...SpendBound[]] {
  const { amounts, place } = prepared
  const due = amounts.total - sum(off)
  const { maximumSpend } = place.settings
  const preferred = asked.method === 'AUTO_SPEND' ? asked.rule.maximum : undefined
  const limit = limits && tightestRoom(limits, 'DEBIT', limitDay(prepared, catalogue))
  return [
    { because: 'WISHED', most: asked.amount ?? due },
    { because: 'TO_PAY', most: due },
    ...(preferred === undefined ? [] : [{ because: 'PREFERENCE' as const, most: preferred }]),
    ...(maximumSpend === undefined ? [] : [{ because: 'MERCHANT_MAXIMUM' as const, most: maximumSpend }]),
    ...(limit ? [{ because: 'WALLET_LIMIT' as const, most: limit.amount, limit }] : []),
  ]
}

/** The day on which the spend counts: that of the business, when the purchase is decided. */
export function limitDay({ command, countedAt }: PreparedPurchase, { directory }: Catalogue): string {
  return localDay(countedAt ?? command.at, directory.business.timeZone)
}

interface Shortfall {
  readonly requested: bigint
  readonly plan: SpendPlan
  readonly bounds: readonly SpendBound[]
}

function refuseShortfall({ prepared, wallet }: ToSpend, { requested, plan, bounds }: Shortfall): void {
  const show = (minor: bigint) => display(money(minor, prepared.currency))
  if (prepared.body.spend_request?.restrict_fully_covered && plan.total < requested) {
    throw SpendNotFullyCovered({
      parameters: [show(requested), show(plan.total)],
      detail: `${show(requested)} was asked, ${show(plan.total)} can be spent on this purchase here and now${boundText(bounds, show)}.`,
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

/** Who set the bound that the request is above, where it is one that the till cannot see. */
function boundText([wished, ...bounds]: readonly SpendBound[], show: (minor: bigint) => string): string {
  const tightest = bounds.filter(({ most }) => most < (wished?.most ?? 0n)).sort(byMost)[0]
  if (!tightest) return ''
  const { because, most, limit } = tightest
  if (because === 'WALLET_LIMIT') {
    return `: the wallet's limit "${limit?.rule.name}" (${limit?.rule.period}) allows ${show(most)} more`
  }
  return because === 'MERCHANT_MAXIMUM' ? `: the merchant takes ${show(most)} a purchase at most` : ''
}

function byMost(a: SpendBound, b: SpendBound): number {
  return a.most < b.most ? -1 : a.most > b.most ? 1 : 0
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
