import type { FoundContact } from '../contacts/index.ts'
import type { Basket, Counted } from '../engine/index.ts'
import type { Event } from '../events/index.ts'
import { keyReused } from '../http/index.ts'
import { AmbiguousIdentifier, notFound } from '../kit/error.ts'
import { type ContactId, newId, type PayoutId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { sum } from '../kit/money.ts'
import { type DebtBook, type Journal, type Lot, NO_DEBTS, type Redeem } from '../ledger/index.ts'
import type { SpendToken } from '../tokens/index.ts'
import type { UndoneAtOnce } from './apply-early.ts'
import { type Asked, askedToSpend, type NotAsked } from './ask-to-spend.ts'
import type { Catalogue } from './catalogue.ts'
import { refuseOtherContent } from './compare-content.ts'
import { explain, explainUnclaimed } from './explain.ts'
import { type Facts, nameKey, referenceKey, type WalletFacts } from './facts.ts'
import { grantAwards } from './grant-awards.ts'
import { judgePurchase } from './judge-purchase.ts'
import { bringsMoney, refusePass } from './pass-on-purchase.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { asSubmitted, outcomeOfNobody, type Purchase, type PurchaseLine } from './purchase.ts'
import { claimedParts, commonParts, eventsOf, journalOf, numbersOf } from './purchase-record.ts'
import type { NewPurchase } from './purchases.store.ts'
import { movementsOfRedeem, redeemRows, tellRedeems } from './redeem-on-purchase.ts'
import { languageToSay } from './say.ts'
import { limitDay, receiverOf, spendMovements, tellSpends } from './spend-on-purchase.ts'
import { type SpendUse, spendUse } from './spend-use.ts'
import { isSwitchedOn, walletAfter } from './wallet-after.ts'

export interface Used {
  readonly token?: SpendToken | undefined
  readonly preferenceOf?: ContactId | undefined
}

/** What is to be written for one posted purchase, and how the facts move with it. */
export interface Writes {
  readonly made: NewPurchase
  readonly journal: Journal | undefined
  readonly newLots: readonly Lot[]
  readonly spent: readonly { readonly lot: Lot; readonly amount: bigint }[]
  /** What of commerce lots became open money: what leaves them, and what came of it. */
  readonly redeemed: readonly { readonly lot: Lot; readonly amount: bigint }[]
  readonly redeems: readonly Redeem[]
  readonly wallet: WalletFacts | undefined
  /** What the contact owes after it. */
  readonly debts: DebtBook
  readonly counted: readonly Counted[]
  /** What counts against limits of the wallet. */
  readonly use: SpendUse | undefined
  readonly events: readonly Event[]
  readonly payout: PayoutId | undefined
  readonly undone?: UndoneAtOnce | undefined
  /** What allowed the spend and is over with it: a one-time code, a preference for the next purchase. */
  readonly used?: Used | undefined
}

/** Either an earlier answer that stands, or a new purchase, or something in its way. */
export type Decision =
  | { readonly kind: 'REPLAY'; readonly status: number; readonly text: string }
  | { readonly kind: 'EARLIER'; readonly purchase: Purchase }
  /** A contact submitted its receipt before: that gives way, and this is decided again. */
  | { readonly kind: 'MEETS'; readonly purchase: Purchase }
  /** Its pass carries money: that goes into the wallet of the contact first, and this is decided again. */
  | { readonly kind: 'BRINGS_MONEY'; readonly contact: ContactId }
  | { readonly kind: 'NEW'; readonly writes: Writes }

/**
 * Decides one purchase over the facts, which it does not change: was it answered before, who buys, what may be spent, which
 * offers award. Refusals are thrown.
 */
export function decidePurchase(
  prepared: PreparedPurchase,
  position: number,
  facts: Facts,
  lane: number,
): Decision {
  const earlier = earlierDecision(prepared, facts)
  if (earlier?.kind === 'MEETS') return earlier
  if (earlier?.kind === 'EARLIER') {
    refuseOtherContent(earlier.purchase, prepared, {
      contacts: facts.contacts[position] ?? [],
      lines: facts.lines[position] ?? [],
    })
  }
  if (earlier) return earlier
  if (prepared.dateRefusal) throw prepared.dateRefusal
  if (prepared.codeRefusal) throw prepared.codeRefusal

  const catalogue = present(
    facts.catalogues.get(prepared.command.actor.tenant),
    'the catalogue of every command is loaded',
  )
  const lines = facts.lines[position] ?? []
  if (!prepared.contact) return { kind: 'NEW', writes: unclaimed(prepared, lines, facts) }

  const contact = buyerOf(prepared, facts.contacts[position] ?? [])
  if (bringsMoney(prepared, { catalogue, facts, position }))
    return { kind: 'BRINGS_MONEY', contact: contact.id }
  const basket = present(facts.baskets[position], 'a purchase with a contact has a basket')
  return {
    kind: 'NEW',
    writes: ofBuyer({ prepared, position, lines, contact, basket, catalogue, facts, lane }),
  }
}

function earlierDecision(
  { command, id, place, body, simulate }: PreparedPurchase,
  facts: Facts,
): Decision | undefined {
  const { tenant } = command.actor
  const { idempotencyKey } = command
  const reply = idempotencyKey === undefined ? undefined : facts.replies.get(nameKey(tenant, idempotencyKey))
  if (reply && idempotencyKey !== undefined) {
    if (!reply.hash.equals(command.hash)) throw keyReused(idempotencyKey)
    return { kind: 'REPLAY', status: reply.status, text: reply.text }
  }
  const { reference_number: reference } = body
  const purchase =
    (reference === undefined
      ? undefined
      : facts.byReference.get(referenceKey(tenant, place.merchant.id, reference))) ??
    facts.byId.get(nameKey(tenant, id))
  if (!purchase?.selfSubmitted) return purchase && { kind: 'EARLIER', purchase: asSubmitted(purchase) }
  return simulate ? undefined : { kind: 'MEETS', purchase }
}

/** The one contact that the request names. */
export function buyerOf({ contactName }: PreparedPurchase, found: readonly FoundContact[]): FoundContact {
  const [contact, ...others] = found
  if (!contact) throw notFound('contact', contactName)
  if (others.length > 0) {
    throw AmbiguousIdentifier({
      parameters: ['contact', contactName],
      detail: `"${contactName}" names ${found.length} contacts; send an id.`,
    })
  }
  return contact
}

export interface Buying {
  readonly prepared: PreparedPurchase
  readonly position: number
  readonly lines: readonly PurchaseLine[]
  readonly contact: FoundContact
  readonly basket: Basket
  readonly catalogue: Catalogue
  readonly facts: Facts
  readonly lane: number
}

/** The purchase of a known contact: judged, spent on as was asked, awarded. */
export function ofBuyer(parts: Buying): Writes {
  const { prepared, lines, contact, catalogue, facts, lane } = parts
  const { tenant, business } = prepared.command.actor
  const { id, currency } = prepared
  refusePass(prepared, parts)
  const before = present(facts.wallets.get(contact.wallet), 'the wallet of the buyer is locked')
  const lots = facts.lots.get(contact.wallet) ?? []
  const activated = facts.activated.get(contact.wallet)
  const limits = facts.limits.get(contact.wallet)
  const judged = judgePurchase({
    ...parts,
    wallet: before,
    lots,
    activated,
    askedOf: (total) =>
      askedToSpend({ ...prepared, amounts: { ...prepared.amounts, total } }, contact, {
        wallet: before,
        facts,
      }),
    limits,
    counters: facts.counters,
  })
  const { basket, asked, plan, discounts, awards, redeem } = judged
  const receiver = receiverOf(prepared, business, lane)
  const debtsBefore = facts.debts.get(contact.wallet)?.now ?? NO_DEBTS
  const granted = grantAwards({
    tenant,
    id,
    wallet: contact,
    basket,
    catalogue,
    awards,
    discounts,
    ...receiver,
    debts: debtsBefore,
    lane,
  })
  const spentMovements = spendMovements(plan, receiver, { tenant, id: contact.wallet, currency })
  const isOn = isSwitchedOn(catalogue, activated)
  const wallet = walletAfter(before, { plan, granted, redeem, now: prepared.command.at, isOn })
  const spend = plan.total + sum(discounts.map(({ amount }) => amount))
  const payout = prepared.reductionMethod === 'BACK_END' && spend > 0n ? newId<PayoutId>() : undefined
  const purchase: Purchase = {
    ...(prepared.claims
      ? claimedParts(prepared.claims, prepared.command.at)
      : commonParts(prepared, lines, facts)),
    contact: contact.id,
    wallet: contact.wallet,
    award: sum([...discounts, ...awards].map(({ amount }) => amount)),
    redeem: sum(redeem.parts.map(({ into }) => into.amount)),
    spend,
    outcome: {
      awards: granted.told,
      spends: [...granted.spends, ...tellSpends(plan, asked.method ?? 'ON_REQUEST', catalogue)],
      redeems: tellRedeems(redeem.parts, catalogue),
      ...(prepared.amounts.redeem ? { requestedRedeem: prepared.amounts.redeem } : {}),
      requestedSpend: prepared.amounts.requestedSpend,
      wallet: { open: wallet.open, commerce: wallet.commerce },
      payout,
      counted: judged.counted,
      ...(plan.total > 0n ? { spentOn: limitDay(prepared, catalogue) } : {}),
      luck: basket.luck,
      language: languageToSay(contact.language),
      numbers: numbersOf(prepared),
    },
  }
  return {
    made: { purchase, explanation: explain(judged, catalogue.offers.of('PURCHASE').length) },
    journal: journalOf(purchase, [
      ...spentMovements,
      ...movementsOfRedeem(redeem.parts, { business, lane }),
      ...granted.movements,
    ]),
    newLots: [...redeem.parts.map(({ into }) => into), ...granted.lots],
    spent: plan.parts.map(({ lot, amount }) => ({ lot, amount })),
    redeemed: redeem.parts.map(({ from: lot, into: { amount } }) => ({ lot, amount })),
    redeems: redeemRows(redeem.parts, prepared),
    wallet,
    debts: granted.debts,
    counted: judged.counted,
    use: spendUse(purchase),
    events: eventsOf(purchase),
    payout,
    used: usedBy(asked, { contact, spent: plan.total }),
  }
}

/** A one-time code is used by the purchase that it came with, a preference for once by the first that it pays of. */
function usedBy(
  asked: Asked | NotAsked,
  { contact, spent }: { readonly contact: FoundContact; readonly spent: bigint },
): Used | undefined {
  if (asked.method === 'OTP') return { token: asked.token }
  const isOnce = asked.method === 'AUTO_SPEND' && asked.rule.nextPurchaseOnly
  return isOnce && spent > 0n ? { preferenceOf: contact.id } : undefined
}

/** Stored as it came, awarded to nobody: a contact may claim it later. */
function unclaimed(prepared: PreparedPurchase, lines: readonly PurchaseLine[], facts: Facts): Writes {
  const purchase: Purchase = {
    ...commonParts(prepared, lines, facts),
    contact: undefined,
    wallet: undefined,
    award: 0n,
    redeem: 0n,
    spend: 0n,
    outcome: outcomeOfNobody(numbersOf(prepared)),
  }
  return {
    made: { purchase, explanation: explainUnclaimed(prepared.currency, prepared.date) },
    journal: undefined,
    newLots: [],
    spent: [],
    redeemed: [],
    redeems: [],
    wallet: undefined,
    debts: NO_DEBTS,
    counted: [],
    use: undefined,
    events: eventsOf(purchase),
    payout: undefined,
  }
}
