import {
  type Award,
  type Basket,
  type Counted,
  type Counters,
  judgeRounds,
  type NearMiss,
  nearMisses,
  type Refused,
} from '../engine/index.ts'
import type { PoolId } from '../kit/id.ts'
import type { Lot } from '../ledger/index.ts'
import { paidPerLine, type SpendPlan, type WalletLimits } from '../wallets/index.ts'
import type { Asked, NotAsked } from './ask-to-spend.ts'
import type { Catalogue } from './catalogue.ts'
import type { ExplainedSpend } from './explain.ts'
import type { WalletFacts } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { decideRedeem, type RedeemDecision } from './redeem-on-purchase.ts'
import { decideSpend } from './spend-on-purchase.ts'

export interface ToJudge {
  readonly prepared: PreparedPurchase
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly wallet: WalletFacts
  readonly lots: readonly Lot[]
  readonly activated: ReadonlySet<PoolId> | undefined
  readonly asked: Asked | NotAsked
  /** undefined: what the wallet may spend is not limited. */
  readonly limits: WalletLimits | undefined
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
  readonly redeem: RedeemDecision
  readonly counted: readonly Counted[]
}

/** Discounts, then what the wallet pays of the rest and may turn into open money, then cash-back on what is left. */
export function judgePurchase(toJudge: ToJudge): Judged {
  const { prepared, basket, catalogue, counters } = toJudge
  const { tenant } = prepared.command.actor
  const { offers, tiers } = catalogue
  const isPaidInFull = prepared.reductionMethod === 'BACK_END'
  const rounds = judgeRounds({ tenant, offers, tiers, basket, counters, isPaidInFull }, (off) => {
    const spend = decideSpend({ ...toJudge, off })
    const redeem = decideRedeem({ ...toJudge, off, spend: spend.plan })
    return { ...spend, redeem, perLine: paidPerLine(spend.plan, basket.lines.length) }
  })
  const { input, discounts, awards, refused, payment, counted } = rounds
  return {
    basket: input.basket,
    discounts,
    awards,
    refused,
    nearMisses: nearMisses(offers, input, { awards: [...discounts, ...awards], refused }),
    plan: payment.plan,
    explainedSpend: payment.explained,
    redeem: payment.redeem,
    counted,
  }
}
