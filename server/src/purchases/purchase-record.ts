import { NOTHING_BACK } from '../engine/index.ts'
import type { Event, EventType } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ClassificationId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Journal, Movement } from '../ledger/index.ts'
import { decisionTime } from './decision-time.ts'
import { type Facts, nameKey } from './facts.ts'
import type { ClassificationWanted, PreparedPurchase } from './prepare-purchase.ts'
import { judgedAt, type Purchase, type PurchaseLine } from './purchase.ts'

/** What a purchase is told to be by its request, whoever buys. */
export function commonParts(prepared: PreparedPurchase, lines: readonly PurchaseLine[], { learnt }: Facts) {
  const { command, id, body, place, amounts, date, currency, reductionMethod, classification } = prepared
  const { notes, transaction_reference, payment_medium_identifier, tender, metadata, channel } = body
  const pass = prepared.pass?.code
  const bill = body.bill && {
    reference: body.bill.reference,
    total: (amounts.billTotal ?? amounts.total).toString(),
  }
  const details = {
    notes,
    transaction_reference,
    payment_medium_identifier,
    tender,
    metadata,
    channel,
    pass,
    bill,
  }
  return {
    tenant: command.actor.tenant,
    id,
    referenceNumber: body.reference_number,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    classification: classification && classificationIdOf(classification, command.actor.tenant, learnt),
    state: 'POSTED' as const,
    reductionMethod,
    currency,
    net: amounts.net,
    tax: amounts.tax,
    discount: amounts.discount,
    total: amounts.total,
    date,
    createdAt: command.at,
    cancelledAt: undefined,
    claimedAt: undefined,
    selfSubmitted: false,
    cameBack: NOTHING_BACK,
    returned: 0n,
    returnedAward: 0n,
    returnedSpend: 0n,
    returnedRedeem: 0n,
    returnedDebt: 0n,
    contentHash: command.hash,
    lines,
    decided: decisionTime(),
    details: Object.values(details).some((value) => value !== undefined) ? details : undefined,
  }
}

/** What a claimed purchase is told to be by the row that the till's request made; what came back of it is applied afterwards. */
export function claimedParts(stored: Purchase, at: Date): Purchase {
  return {
    ...stored,
    claimedAt: at,
    cameBack: NOTHING_BACK,
    returned: 0n,
    returnedAward: 0n,
    returnedSpend: 0n,
    returnedRedeem: 0n,
    returnedDebt: 0n,
    decided: decisionTime(),
  }
}

function classificationIdOf(
  wanted: ClassificationWanted,
  tenant: Tenant,
  learnt: Facts['learnt'],
): ClassificationId {
  if ('known' in wanted) return wanted.known.id
  return present(
    learnt.classifications.get(nameKey(tenant, wanted.unknown.code)),
    'a new classification has its id',
  ).id
}

export function numbersOf({ place, claims }: PreparedPurchase): Purchase['outcome']['numbers'] {
  if (claims) return claims.outcome.numbers
  return { merchant: place.merchantTap?.code, venue: place.venueTap?.code }
}

export function journalOf(purchase: Purchase, movements: readonly Movement[]): Journal | undefined {
  return movements.length === 0
    ? undefined
    : { id: purchase.id, firstLine: 1, at: judgedAt(purchase), movements }
}

export function eventsOf(purchase: Purchase): Event[] {
  const { tenant, id, award, spend, claimedAt } = purchase
  const types: EventType[] = [
    claimedAt ? 'purchase.claimed' : 'purchase.posted',
    ...(award > 0n ? (['reward.awarded'] as const) : []),
    ...(spend > 0n ? (['reward.spent'] as const) : []),
  ]
  return types.map((type) => ({ tenant, type, entity: id, at: judgedAt(purchase) }))
}
