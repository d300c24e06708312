import type { Basket } from '../engine/index.ts'
import type { OrganisationId, PoolId } from '../kit/id.ts'
import { least, sum } from '../kit/money.ts'
import {
  type Lot,
  type Movement,
  openLotOf,
  type Redeem,
  redeemMovements,
  transitOf,
} from '../ledger/index.ts'
import { planSpend, type SpendPlan } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type ExplainedRedeem, explainRedeem } from './explain.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import type { PurchaseRedeem } from './purchase.ts'

export interface ToRedeem {
  readonly prepared: PreparedPurchase
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly lots: readonly Lot[]
  /** Pools that the contact switched on. */
  readonly activated: ReadonlySet<PoolId> | undefined
  /** What discounts took off each line. */
  readonly off: readonly bigint[]
  /** What the wallet pays of the purchase itself. */
  readonly spend: SpendPlan
}

/** A part of a commerce lot that becomes open money. */
export interface RedeemPart {
  readonly from: Lot
  readonly into: Lot
  /** What of each line let it. */
  readonly lines: readonly bigint[]
}

export interface RedeemDecision {
  readonly parts: readonly RedeemPart[]
  readonly explained: ExplainedRedeem | undefined
}

/** Whether the purchase turns commerce money into open money: the business or merchant decides, and the till asks. */
export function wantsRedeem({ place, amounts, isAgreed, simulate, claims }: PreparedPurchase): boolean {
  // A receipt that is claimed was paid long ago; an order that is only estimated sets money aside where it is.
  if (claims || (isAgreed && simulate)) return false
  const { redeemMethod } = place.settings
  return redeemMethod === 'AUTOMATIC' || (redeemMethod === 'ON_REQUEST' && amounts.redeem !== undefined)
}

/**
 * Commerce money that might still pay of this purchase, after what it does pay, becomes open money: by the same assignment of lots to
 * lines, so that each line lets through what it costs and no more, in both ways together.
 */
export function decideRedeem(toRedeem: ToRedeem): RedeemDecision {
  const { prepared, basket, catalogue, activated, off, spend } = toRedeem
  if (!wantsRedeem(prepared)) return { parts: [], explained: undefined }
  const lines = basket.lines.map((line, index) => ({
    ...line,
    gross: line.gross - (off[index] ?? 0n) - paidByCommerce(spend, index),
  }))
  const room = sum(lines.map(({ gross }) => (gross > 0n ? gross : 0n)))
  const requested = prepared.amounts.redeem?.amount
  const most = requested === undefined ? room : least(requested, room)
  const { pools } = catalogue
  const plan = planSpend({
    lots: lotsLeft(toRedeem),
    pools,
    activated,
    lines,
    place: basket,
    at: basket.at,
    most,
  })
  const lots = new Map(toRedeem.lots.map((lot) => [lot.id, lot]))
  const parts = plan.parts.flatMap(({ lot, amount, lines: shares }): RedeemPart[] => {
    const from = lots.get(lot.id)
    return from ? [{ from, into: openLotOf(from, { amount, journal: prepared.id }), lines: shares }] : []
  })
  const { currency } = prepared
  return { parts, explained: explainRedeem({ plan, parts, requested, most, currency }) }
}

function paidByCommerce({ parts }: SpendPlan, line: number): bigint {
  return sum(parts.map(({ lot, lines }) => (lot.pool === null ? 0n : (lines[line] ?? 0n))))
}

/** What the spend leaves of commerce lots that have not expired by now, whatever the date of the purchase. */
function lotsLeft({ lots, spend, prepared }: ToRedeem): Lot[] {
  const spent = new Map(spend.parts.map(({ lot, amount }) => [lot.id, amount]))
  return lots
    .filter(({ pool, expiresAt }) => pool !== null && (expiresAt === null || expiresAt > prepared.command.at))
    .map((lot) => ({ ...lot, remaining: lot.remaining - (spent.get(lot.id) ?? 0n) }))
    .filter(({ remaining }) => remaining > 0n)
}

export function movementsOfRedeem(
  parts: readonly RedeemPart[],
  { business, lane }: { readonly business: OrganisationId; readonly lane: number },
): Movement[] {
  return parts.flatMap(({ from, into }) => redeemMovements(from, into, transitOf(into, business, lane)))
}

export function tellRedeems(parts: readonly RedeemPart[], { pools }: Catalogue): PurchaseRedeem[] {
  return parts.flatMap(({ from, into, lines }) => {
    const pool = from.pool === null ? undefined : pools.get(from.pool)
    if (!pool) return []
    const { amount, id, expiresAt } = into
    return [
      {
        lot: id,
        from: from.id,
        pool: { id: pool.id, name: pool.name },
        amount,
        expiresAt: expiresAt ?? undefined,
        lines,
      },
    ]
  })
}

export function redeemRows(parts: readonly RedeemPart[], { id, command }: PreparedPurchase): Redeem[] {
  const { tenant } = command.actor
  return parts.map(({ from, into }) => ({
    tenant,
    lot: into.id,
    from: from.id,
    purchase: id,
    amount: into.amount,
    undone: 0n,
  }))
}
