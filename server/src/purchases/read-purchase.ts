import type { z } from 'zod'
import { type ToldContact, toldContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { goodsOf, NO_LINE_BACK, worthBack } from '../engine/index.ts'
import type { ContactId, OrganisationId } from '../kit/id.ts'
import { sum, wireNumber } from '../kit/money.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Directory } from '../organisations/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type Purchase, redeemMethodOf } from './purchase.ts'
import type { getPurchaseRewards, purchaseReply } from './purchases.api.ts'
import { type SignCode, showPool, showSubmitted } from './show-purchase.ts'

const NO_GOODS = { worth: 0n, quantity: 0n }

export type PurchaseReply = z.input<typeof purchaseReply>
type RewardsReply = z.input<typeof getPurchaseRewards.reply>

/** Names of contacts and payouts' states as they are now; the rest of a purchase stands in its row. */
interface Surroundings {
  readonly contacts: ReadonlyMap<ContactId, ToldContact>
  readonly payouts: ReadonlyMap<string, string>
}

/** Purchases as they are read: how they were answered, with what became of them since. */
export async function showPurchases(
  work: Work,
  catalogue: Catalogue,
  { purchases, sign }: { readonly purchases: readonly Purchase[]; readonly sign: SignCode },
): Promise<PurchaseReply[]> {
  const surroundings = {
    contacts: await toldContacts(
      work,
      purchases.flatMap(({ contact }) => contact ?? []),
    ),
    payouts: await payoutStates(work, purchases),
  }
  return purchases.map((purchase) => showPurchase(purchase, catalogue, { sign, ...surroundings }))
}

async function payoutStates(work: Work, purchases: readonly Purchase[]): Promise<Surroundings['payouts']> {
  const ids = purchases.flatMap(({ outcome }) => (outcome.payout === undefined ? [] : [outcome.payout]))
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('payouts')
    .select(['id', 'state'])
    .where('tenant', '=', work.actor.tenant)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, state }) => [id, state]))
}

function showPurchase(
  purchase: Purchase,
  { directory, classifications }: Catalogue,
  { sign, contacts, payouts }: Surroundings & { readonly sign: SignCode },
): PurchaseReply {
  const { currency, outcome } = purchase
  const show = (minor: bigint) => wireNumber(minor, currency)
  const { say: _, ...answered } = showSubmitted(purchase, sign)
  const goods = goodsOf(purchase)
  const place = nameOf(directory, purchase.venue ?? purchase.merchant)
  const classification = [...classifications.values()].find(({ id }) => id === purchase.classification)
  return {
    ...answered,
    state: purchase.state,
    contact: (purchase.contact !== undefined && contacts.get(purchase.contact)) || null,
    organisation: place,
    parent_organisation: purchase.venue === undefined ? null : nameOf(directory, purchase.merchant),
    classification: classification ? { id: classification.id, name: classification.name } : null,
    products: purchase.lines
      .map((line, index) => ({ line, index }))
      .filter(({ line }) => line.sku !== '')
      .map(({ line, index }) => ({
        line: index + 1,
        product_sku: {
          sku: line.sku,
          name: line.name ?? line.sku,
          ...(line.leadsTo !== undefined && { leads_to: line.leadsTo }),
        },
        product_family: line.family === null ? null : { id: line.family, name: line.family },
        quantity: quantityNumber(line.quantity),
        net_amount: show(line.net),
        tax_amount: show(line.tax),
        total_amount: show(line.gross),
        returned_quantity: quantityNumber(purchase.cameBack.lines[index]?.quantity ?? 0n),
        returned_amount: show(
          worthBack(goods[index] ?? NO_GOODS, purchase.cameBack.lines[index] ?? NO_LINE_BACK),
        ),
        award: show(sum(outcome.awards.map(({ shares }) => shares[index] ?? 0n))),
        spend: show(sum(outcome.spends.map(({ lines }) => lines[index] ?? 0n))),
      })),
    returned: {
      award: show(purchase.returnedAward),
      redeem: show(purchase.returnedRedeem),
      spend: show(purchase.returnedSpend),
      total: show(purchase.returned),
      of_no_line: show(purchase.cameBack.amount),
    },
    payout:
      outcome.payout === undefined
        ? null
        : { id: outcome.payout, state: payouts.get(outcome.payout) ?? 'PENDING' },
    created_on: epochSeconds(purchase.createdAt),
    cancelled_on: purchase.cancelledAt ? epochSeconds(purchase.cancelledAt) : null,
    notes: purchase.details?.notes ?? null,
    transaction_reference: purchase.details?.transaction_reference ?? null,
    payment_medium_identifier: purchase.details?.payment_medium_identifier ?? null,
    metadata: purchase.details?.metadata ?? null,
  }
}

function nameOf(directory: Directory, id: OrganisationId): { id: string; name: string } {
  return { id, name: directory.organisations.get(id)?.name ?? '' }
}

/** The awards, redeems and spends of a purchase, one row each. */
export function showRewards(
  { outcome, currency }: Purchase,
  type: 'AWARD' | 'REDEEM' | 'SPEND' | undefined,
): RewardsReply {
  const awards = outcome.awards.map((award) => ({
    type: 'AWARD' as const,
    reward_offer: { id: award.offer.id, name: award.offer.name },
    redeem_method: redeemMethodOf(outcome, award),
    spend_method: null,
    amount: wireNumber(award.amount, currency),
    currency_code: currency,
    commerce_pool: showPool(award.pool),
  }))
  const spends = outcome.spends.map(({ method, amount, pool }) => ({
    type: 'SPEND' as const,
    reward_offer: null,
    redeem_method: null,
    spend_method: method,
    amount: wireNumber(amount, currency),
    currency_code: currency,
    commerce_pool: showPool(pool),
  }))
  const redeems = outcome.redeems.map(({ amount, pool }) => ({
    type: 'REDEEM' as const,
    reward_offer: null,
    redeem_method: null,
    spend_method: null,
    amount: wireNumber(amount, currency),
    currency_code: currency,
    commerce_pool: showPool(pool),
  }))
  return {
    content: [...awards, ...redeems, ...spends].filter((row) => type === undefined || row.type === type),
  }
}
