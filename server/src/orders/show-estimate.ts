import { wireNumber } from '../kit/money.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { epochSeconds, MINUTE } from '../kit/time.ts'
import type { Catalogue, PurchaseAward } from '../purchases/index.ts'
import type { Estimate } from './estimate-order.ts'
import type { EstimateReply } from './estimates.api.ts'
import { isTooSmall } from './menu.ts'
import { linesOf, type OrderLine } from './order.ts'
import { taxesOf } from './order-amounts.ts'
import { rewardsOfPurchase } from './purchase-of-order.ts'
import { showAmounts } from './show-order.ts'

export function showEstimate(estimate: Estimate, { directory }: Pick<Catalogue, 'directory'>): EstimateReply {
  const { draft, quoted, wallet, menu } = estimate
  const show = (minor: bigint) => wireNumber(minor, draft.currency)
  const isSmall = isTooSmall(draft, menu)
  const place = draft.venue ?? draft.merchant
  return {
    id: estimate.id,
    expires_on: epochSeconds(estimate.expiresAt),
    order_estimate: {
      ordering_allowed: menu.invalid.length === 0 && !isSmall,
      minimum_amount: menu.minimum === undefined ? null : show(menu.minimum),
      order_failure_reason: isSmall ? 'MINIMUM_COST' : null,
      fulfilled_by: { id: place, name: directory.organisations.get(place)?.name ?? '' },
      estimated_delivery: showDelivery(estimate),
    },
    invoice_estimate: showInvoice(estimate),
    invalid_products: menu.invalid.map(({ line, reason }) => ({
      unavailability_reason: reason,
      product: showProduct(line),
    })),
    rewards: showAmounts({ ...draft, rewards: rewardsOfPurchase(quoted.judged.purchase) }).rewards,
    awards: awardsOf(estimate).map(({ amount, offer, pool, expiresAt }) => ({
      amount: show(amount),
      offer: { id: offer.id, name: offer.name },
      commerce_pool: { id: pool.id, name: pool.name },
      expires_on: expiresAt ? epochSeconds(expiresAt) : null,
    })),
    wallet: { balance: show(wallet.balance), usable: show(wallet.usable) },
  }
}

function showDelivery({ draft }: Estimate): EstimateReply['order_estimate']['estimated_delivery'] {
  const { requestedAt, submittedAt } = draft
  if (!requestedAt) return null
  return {
    time_to_delivery: Math.round((requestedAt.getTime() - submittedAt.getTime()) / MINUTE),
    uot: 'MINUTE',
    delivered_at: epochSeconds(requestedAt),
  }
}

function showInvoice(estimate: Estimate): EstimateReply['invoice_estimate'] {
  const { draft, quoted } = estimate
  const told = showAmounts({ ...draft, rewards: rewardsOfPurchase(quoted.judged.purchase) })
  const show = (minor: bigint) => wireNumber(minor, draft.currency)
  return {
    issued_date: epochSeconds(draft.submittedAt),
    currency_code: draft.currency,
    net: told.net_amount,
    discount: told.discount?.amount ?? 0,
    discount_incl_tax: told.discount?.amount_incl_tax ?? 0,
    tax: told.tax_amount,
    total: told.total,
    total_price: told.sub_total,
    wallet_funds_amount: told.wallet_funds,
    amount_due: told.amount_due,
    amount_to_collect: told.amount_to_collect,
    tax_calculation_failed: false,
    taxes_breakdown: showTaxes(estimate),
    items: draft.items.map(({ components, ...item }) => ({
      ...showLine(item, show),
      components: components.map((component) => showLine(component, show)),
    })),
    discounts: discountsOf(estimate).map(({ amount, award }) => ({
      amount: show(amount),
      type: 'PROMOTION',
      promotion: { id: award.offer.id, name: award.offer.name },
    })),
  }
}

/** By rate, the highest first; they sum to the tax of the order. */
function showTaxes({ draft }: Estimate): EstimateReply['invoice_estimate']['taxes_breakdown'] {
  const lines = linesOf(draft.items)
  const taxes = taxesOf(lines, draft.discount)
  const byRate = new Map<bigint, bigint>()
  for (const [index, { taxRate }] of lines.entries())
    byRate.set(taxRate, (byRate.get(taxRate) ?? 0n) + (taxes[index] ?? 0n))
  return [...byRate]
    .toSorted(([a], [b]) => (a < b ? 1 : -1))
    .map(([rate, tax]) => ({
      tax_rate: { percentage: quantityNumber(rate) },
      tax_amount: wireNumber(tax, draft.currency),
    }))
}

function showLine(line: OrderLine, show: (minor: bigint) => number) {
  return {
    id: line.id,
    quantity: quantityNumber(line.quantity),
    unit_price: show(line.price),
    net_amount: show(line.net),
    tax_amount: show(line.tax),
    sub_total: show(line.total),
    product: showProduct(line),
    applied_taxes:
      line.taxRate === 0n
        ? []
        : [{ tax_rate: { percentage: quantityNumber(line.taxRate) }, tax_amount: show(line.tax) }],
  }
}

function showProduct({ productId, sku, name }: OrderLine) {
  return { id: productId ?? null, sku, name }
}

interface OffPrice {
  readonly amount: bigint
  readonly award: PurchaseAward
}

/** Awards that went off the price: each was spent from its own lot at once. */
function discountsOf({ quoted }: Estimate): readonly OffPrice[] {
  const { awards, spends } = quoted.judged.purchase.outcome
  return spends.flatMap(({ method, lot, amount }) => {
    const award = method === 'INSTANT' ? awards.find((each) => each.lot === lot) : undefined
    return award ? [{ amount, award }] : []
  })
}

function awardsOf(estimate: Estimate): readonly PurchaseAward[] {
  const off = new Set(discountsOf(estimate).map(({ award }) => award.lot))
  return estimate.quoted.judged.purchase.outcome.awards.filter(({ lot }) => !off.has(lot))
}
