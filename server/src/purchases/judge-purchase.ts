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
import { Refusal } from '../kit/error.ts'
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
  /** What the wallet is asked to pay of a purchase that comes to so much. */
  readonly askedOf: (total: bigint) => Asked | NotAsked
  /** undefined: what the wallet may spend is not limited. */
  readonly limits: WalletLimits | undefined
  readonly counters: Counters
}

export interface Judged {
  readonly asked: Asked | NotAsked
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
  const { prepared, catalogue } = toJudge
  const asked = toJudge.askedOf(prepared.amounts.total)
  const rounds = roundsOf(toJudge, (off) => {
    const spend = decideSpend({ ...toJudge, asked, off })
    const redeem = decideRedeem({ ...toJudge, off, spend: spend.plan })
    return { ...spend, redeem, perLine: paidPerLine(spend.plan, toJudge.basket.lines.length) }
  })
  const { input, discounts, awards, refused, payment, counted } = rounds
  const judgement = { awards: [...discounts, ...awards], refused }
  return {
    basket: input.basket,
    discounts,
    awards,
    refused,
    asked,
    nearMisses: nearMisses(catalogue.offers, input, judgement, (fuller, line) =>
      awardsOfFuller(toJudge, fuller, line),
    ),
    plan: payment.plan,
    explainedSpend: payment.explained,
    redeem: payment.redeem,
    counted,
  }
}

function roundsOf<Paid extends { readonly perLine: readonly bigint[] }>(
  { prepared, basket, catalogue, counters }: Omit<ToJudge, 'askedOf'>,
  pay: (off: readonly bigint[]) => Paid,
) {
  const { tenant } = prepared.command.actor
  const { offers, tiers } = catalogue
  const isPaidInFull = prepared.reductionMethod === 'BACK_END'
  return judgeRounds({ tenant, offers, tiers, basket, counters, isPaidInFull }, pay)
}

/**
 * What a purchase with a little more in it would be awarded: the wallet may pay more of it, or begin to. undefined where the purchase
 * would be refused, and where money for certain goods might pay of the more, as it is not known what that is.
 */
function awardsOfFuller(
  toJudge: ToJudge,
  basket: Basket,
  line: number | undefined,
): readonly Award[] | undefined {
  const { amounts } = toJudge.prepared
  const total = amounts.total + basket.total - toJudge.basket.total
  const fuller = { ...toJudge, basket, prepared: { ...toJudge.prepared, amounts: { ...amounts, total } } }
  try {
    const asked = toJudge.askedOf(total)
    const { discounts, awards, payment } = roundsOf(fuller, (off) => {
      const { plan } = decideSpend({ ...fuller, asked, off })
      return { plan, perLine: paidPerLine(plan, basket.lines.length) }
    })
    const isForOthers = payment.plan.unspendable.some(({ because }) => because === 'NOT_THESE_PRODUCTS')
    return line === undefined && isForOthers ? undefined : [...discounts, ...awards]
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
