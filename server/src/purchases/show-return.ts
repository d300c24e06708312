import { goodsOf, NO_LINE_BACK, worthBack } from '../engine/index.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { awardsTakenBack, type GoodsReturn, type ReturnPart, spendsGivenBack } from './goods-return.ts'
import type { UndoPlan } from './plan-undo.ts'
import type { Purchase } from './purchase.ts'
import type { ReturnReply } from './return-goods.ts'
import { sayRefund } from './say.ts'
import { showWallet } from './show-wallet.ts'
import type { WalletNow } from './wallet-now.ts'

export interface ShownReturn {
  /** Before this return, and after it. */
  readonly purchase: Purchase
  readonly returned: Purchase
  readonly goods: GoodsReturn
  readonly plan: UndoPlan
  readonly spendHeld: bigint
  readonly wallet: WalletNow | undefined
}

/** What the till has to refund and what became of the rewards. It is kept with the return: repeated, it is the same. */
export function showReturn({ purchase, returned, goods, plan, spendHeld, wallet }: ShownReturn): ReturnReply {
  const show = (minor: bigint) => wireNumber(minor, purchase.currency)
  const back = spendsGivenBack(goods)
  const refund = refundOf(purchase, { goods, plan })
  return {
    id: goods.id,
    reference_number: goods.referenceNumber ?? null,
    state: 'APPLIED',
    purchase: { id: purchase.id, reference_number: purchase.referenceNumber ?? null },
    currency_code: purchase.currency,
    return_amount: show(goods.returnAmount),
    amount: show(awardsTakenBack(goods)),
    return_spent_amount: show(back),
    redeem_undone: show(sum(goods.parts.map(({ redeem }) => redeem))),
    spend_held: show(spendHeld),
    debt: show(sum(goods.parts.map(({ debt }) => debt))),
    refund: {
      cash: show(refund.cash),
      wallet: show(refund.wallet),
      reduction: show(refund.reduction),
    },
    left: show(returned.total - returned.returned),
    products: showLines(purchase, returned),
    awards: showAwards(goods.parts, purchase.currency),
    wallet: showWallet(wallet, purchase.currency),
    say: sayRefund(purchase, { ...refund, award: awardsTakenBack(goods) - refund.reduction }),
  }
}

interface Refund {
  readonly cash: bigint
  readonly wallet: bigint
  /** Discounts that had gone off the price: nobody paid them. */
  readonly reduction: bigint
}

/** Who paid in full at the till gets all of it there; else the till keeps what spends and discounts had taken off the price. */
function refundOf(
  { reductionMethod, outcome }: Purchase,
  { goods, plan }: { readonly goods: GoodsReturn; readonly plan: UndoPlan },
): Refund {
  const back = spendsGivenBack(goods)
  const instant = new Set(outcome.spends.filter(({ method }) => method === 'INSTANT').map(({ lot }) => lot))
  const reduction =
    back === 0n
      ? 0n
      : sum(plan.awards.map(({ award, before, after }) => (instant.has(award.lot) ? after - before : 0n)))
  const cash = reductionMethod === 'FRONT_END' ? goods.returnAmount - back : goods.returnAmount
  return { cash, wallet: back - reduction, reduction }
}

/** The lines of which something came back with this return. */
function showLines(before: Purchase, after: Purchase): ReturnReply['products'] {
  const goods = goodsOf(before)
  return before.lines.flatMap((line, index) => {
    const own = goods[index] ?? { worth: 0n, quantity: 0n }
    const was = before.cameBack.lines[index] ?? NO_LINE_BACK
    const is = after.cameBack.lines[index] ?? NO_LINE_BACK
    const quantity = is.quantity - was.quantity
    const worth = worthBack(own, is) - worthBack(own, was)
    if (quantity === 0n && worth === 0n) return []
    return [
      {
        line: index + 1,
        sku: line.sku || null,
        quantity: quantityNumber(quantity),
        total_amount: wireNumber(worth, before.currency),
      },
    ]
  })
}

export function showAwards(parts: readonly ReturnPart[], currency: string): ReturnReply['awards'] {
  const show = (minor: number) => wireNumber(BigInt(minor), currency)
  return parts.flatMap(({ explain }) =>
    explain.map(({ offer, name, version, policy, awarded, before, after, because }) => ({
      offer: { id: offer, name, version },
      policy,
      awarded: show(awarded),
      amount: show(after - before),
      taken_in_all: show(after),
      because,
    })),
  )
}
