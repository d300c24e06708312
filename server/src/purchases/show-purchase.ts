import type { z } from 'zod'
import { codeOf } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import { amountDue, type NamedPool, type Purchase, redeemMethodOf } from './purchase.ts'
import type { submittedReply } from './purchases.api.ts'
import { barcodeText, type CodeSigner, qrText } from './receipt-codes.ts'
import { sayPurchase } from './say.ts'
import type { ToldExplanation, ToldNearMiss } from './tell-explanation.ts'

export type SubmittedReply = z.input<typeof submittedReply>

/** Makes the short code on receipts that cannot be forged; the secret stays with whoever made this. */
export type SignCode = CodeSigner['sign']

/** What is told only when it was asked for: reasons, and in a quote what a little more would bring. */
export interface Told {
  readonly explanation?: ToldExplanation | undefined
  readonly nearMisses?: readonly ToldNearMiss[] | undefined
  readonly nearMissToSay?: ToldNearMiss | undefined
}

/**
 * The answer to a submitted purchase. It follows from what is stored with it alone, so that a repeated request gets the same
 * bytes however much happened since.
 */
export function showSubmitted(
  purchase: Purchase,
  sign: SignCode,
  { explanation, nearMisses, nearMissToSay }: Told = {},
): SubmittedReply {
  const { currency } = purchase
  // Voided before it arrived: nothing was moved by it, and nothing is to be paid.
  const isVoid = purchase.outcome.undone === 'VOID'
  const outcome = isVoid ? { ...purchase.outcome, awards: [], spends: [], redeems: [] } : purchase.outcome
  const show = (minor: bigint) => wireNumber(minor, currency)
  const code = codeOf(purchase.id)
  return {
    id: purchase.id,
    code,
    reference_number: purchase.referenceNumber ?? null,
    state: isVoid ? 'CANCELLED' : 'POSTED',
    reduction_method: purchase.reductionMethod,
    currency_code: currency,
    date: epochSeconds(purchase.date),
    transaction_amounts: showAmounts(purchase),
    rewards: {
      award: isVoid ? 0 : show(purchase.award),
      redeem: isVoid ? 0 : show(purchase.redeem),
      spend: isVoid ? 0 : show(purchase.spend),
    },
    amount_due: isVoid ? 0 : show(amountDue(purchase)),
    spends: outcome.spends.map(({ amount, method, pool, lines }) => ({
      amount: show(amount),
      method,
      commerce_pool: showPool(pool),
      products: lines.flatMap((paid, index) =>
        paid > 0n ? [{ line: index + 1, sku: purchase.lines[index]?.sku || null, amount: show(paid) }] : [],
      ),
    })),
    redeems: outcome.redeems.map(({ amount, pool, expiresAt }) => ({
      amount: show(amount),
      commerce_pool: { id: pool.id, name: pool.name },
      expires_on: expiresAt ? epochSeconds(expiresAt) : null,
    })),
    awards: outcome.awards.map((award) => ({
      amount: show(award.amount),
      offer: award.offer,
      redeem_method: redeemMethodOf(outcome, award),
      commerce_pool: { id: award.pool.id, name: award.pool.name },
      expires_on: award.expiresAt ? epochSeconds(award.expiresAt) : null,
      available_on: epochSeconds(award.availableAt),
    })),
    payout: outcome.payout === undefined ? null : { id: outcome.payout, state: 'PENDING' },
    wallet: outcome.wallet
      ? {
          total: show(outcome.wallet.open + outcome.wallet.commerce),
          open: show(outcome.wallet.open),
          commerce: show(outcome.wallet.commerce),
        }
      : null,
    say: sayPurchase(purchase, nearMissToSay),
    ...(nearMisses ? { near_misses: nearMisses.map(showNearMiss) } : {}),
    receipt: showReceipt(purchase, code, sign),
    ...(explanation ? { explain: { ...explanation } } : {}),
  }
}

export function showAmounts({
  currency,
  net,
  tax,
  discount,
  total,
}: Purchase): SubmittedReply['transaction_amounts'] {
  const show = (minor: bigint | undefined) => (minor === undefined ? null : wireNumber(minor, currency))
  return { net: show(net), tax: show(tax), discount: show(discount), total: wireNumber(total, currency) }
}

export function showPool(pool: NamedPool | undefined): { id: string; name: string } | null {
  return pool ? { id: pool.id, name: pool.name } : null
}

export function showReceipt(purchase: Purchase, code: string, sign: SignCode): SubmittedReply['receipt'] {
  const { merchant = '', venue = '' } = purchase.outcome.numbers
  const fields = {
    receipt: purchase.referenceNumber ?? code,
    merchant,
    venue,
    total: purchase.total,
    currency: purchase.currency,
  }
  return { qr: qrText(fields), barcode: barcodeText(fields), signed_code: sign(purchase.tenant, purchase.id) }
}

function showNearMiss({ offer, version, name, says, add, line, amount }: ToldNearMiss) {
  return { offer: { id: offer, name, version }, says, add, line, amount }
}
