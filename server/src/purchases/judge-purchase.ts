import {
  type Award,
  type Basket,
  type Counters,
  type JudgeInput,
  judge,
  judgeDiscounts,
  type NearMiss,
  nearMisses,
  type Refused,
} from '../engine/index.ts'
import { sum } from '../kit/money.ts'
import type { Lot } from '../ledger/index.ts'
import { paidPerLine, type SpendPlan } from '../wallets/index.ts'
import type { Catalogue } from './catalogue.ts'
import { billsMoved, type Counted, goalsMoved, limitsUsed } from './count-awards.ts'
import type { ExplainedSpend } from './explain.ts'
import type { WalletFacts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { decideSpend } from './spend-on-purchase.ts'
import { tierFacts, tiersMoved } from './tier-facts.ts'

export interface ToJudge {
  readonly prepared: PreparedPurchase
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly wallet: WalletFacts
  readonly lots: readonly Lot[]
  readonly counters: Counters
}

export interface Judged {
  /** As it was judged: with the contact's tier. */
  readonly basket: Basket
  /** Awards off the price of this purchase, then those for later ones. */
  readonly discounts: readonly Award[]
  readonly awards: readonly Award[]
  readonly refused: readonly Refused[]
  readonly nearMisses: readonly NearMiss[]
  readonly plan: SpendPlan
  readonly explainedSpend: ExplainedSpend | undefined
  readonly counted: readonly Counted[]
}

/**
 * In this order: discounts off the price, then what the wallet pays of the rest, then cash-back on what is left. What is paid
 * with reward money does not earn again; with back-end reduction the contact pays in full, so all of it earns.
 */
export function judgePurchase({ prepared, basket, catalogue, wallet, lots, counters }: ToJudge): Judged {
  const { tenant } = prepared.command.actor
  const { offers, tiers } = catalogue
  const isPaidInFull = prepared.reductionMethod === 'BACK_END'
  const facts = { tiers, tenant, counters }
  const before = tierFacts(facts, basket, 0n)
  const first: JudgeInput = { tenant, basket: { ...basket, tiers: before }, paid: [], counters }
  const discounts = judgeDiscounts(offers, first)

  const off = perLine(discounts.awards, basket.lines.length)
  const { plan, explained } = decideSpend({ prepared, basket, catalogue, wallet, lots, off })
  const spent = paidPerLine(plan, basket.lines.length)
  const paid = isPaidInFull ? [] : off.map((each, index) => each + (spent[index] ?? 0n))
  const qualifies = basket.total - sum(paid)
  const second: JudgeInput = {
    ...first,
    basket: { ...basket, tiers: tierFacts(facts, basket, qualifies) },
    paid,
  }
  const later = judge(offers, second, discounts.awards)

  const all = [...discounts.awards, ...later.awards]
  return {
    basket: second.basket,
    discounts: discounts.awards,
    awards: later.awards,
    refused: [...discounts.refused, ...later.refused],
    nearMisses: nearMisses(offers, second, {
      awards: all,
      refused: [...discounts.refused, ...later.refused],
    }),
    plan,
    explainedSpend: explained,
    counted: [
      ...limitsUsed(all, { tenant, basket }),
      ...goalsMoved(offers, second, all),
      ...billsMoved(offers, { discounts: first, later: second }),
      ...tiersMoved(facts, basket, qualifies),
    ],
  }
}

function perLine(awards: readonly Award[], length: number): bigint[] {
  return Array.from({ length }, (_, index) => sum(awards.map(({ shares }) => shares[index] ?? 0n)))
}
