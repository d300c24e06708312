import type { FoundContact } from '../contacts/index.ts'
import type { Basket, Counted, Counters } from '../engine/index.ts'
import { newId, type RewardEventId } from '../kit/id.ts'
import { sum } from '../kit/money.ts'
import { type DebtBook, houseAccount, type Journal, type Lot } from '../ledger/index.ts'
import { type Catalogue, decisionTime, grantAwards } from '../purchases/index.ts'
import { type Happening, judgedBy } from './happening.ts'
import { judgeHappening } from './judge-happening.ts'
import type { EventClassification, RewardEvent } from './reward-event.ts'

/** A happening with everything that it is judged on but counters. */
export interface Occurrence {
  readonly happening: Happening
  readonly contact: FoundContact
  readonly basket: Basket
  readonly classification: EventClassification | undefined
  /** What is judged anew. */
  readonly earlier: RewardEvent | undefined
}

export interface Decided {
  readonly event: RewardEvent
  /** Whether its row is there, of when it brought nothing. */
  readonly isKnown: boolean
  readonly journal: Journal | undefined
  readonly lots: readonly Lot[]
  readonly counted: readonly Counted[]
  /** What the contact owes after it. */
  readonly debts: DebtBook
  /** A classification that nobody has entered. */
  readonly learnt: EventClassification | undefined
}

export interface Facts {
  readonly catalogue: Catalogue
  readonly counters: Counters
  readonly debts: DebtBook
  readonly lane: number
  readonly at: Date
}

/** Decides one event over the facts, which it does not change. */
export function decideEvent(
  occurrence: Occurrence,
  { catalogue, counters, debts, lane, at }: Facts,
): Decided {
  const { happening, contact, basket, classification, earlier } = occurrence
  const { tenant, currency } = catalogue
  const { occasion, reference, amount } = happening
  const judged = judgeHappening(catalogue, basket, counters)
  const id = earlier?.id ?? newId<RewardEventId>()
  const granted = grantAwards({
    tenant,
    id,
    wallet: contact,
    basket,
    catalogue,
    awards: judged.awards,
    // There is no price that anything could be taken off, so nothing goes to a merchant.
    discounts: [],
    to: houseAccount('ACCEPTOR', { tenant, organisation: basket.merchant, currency, lane }),
    spendKind: 'SPEND',
    debts,
    lane,
  })
  const event: RewardEvent = {
    tenant,
    id,
    occasion,
    contact: contact.id,
    reference,
    wallet: contact.wallet,
    merchant: basket.merchant,
    venue: basket.venue,
    classification,
    amount,
    currency,
    award: sum(judged.awards.map((award) => award.amount)),
    awards: granted.told.map(({ shares: _, ...award }) => award),
    date: basket.at,
    createdAt: earlier?.createdAt ?? at,
    decided: decisionTime(),
    judgedBy: judgedBy(catalogue, at),
    explanation: judged.explanation,
  }
  const { movements } = granted
  return {
    event,
    isKnown: earlier !== undefined,
    journal: movements.length === 0 ? undefined : { id, firstLine: 1, at, movements },
    lots: granted.lots,
    counted: judged.counted,
    debts: granted.debts,
    learnt: happening.classification && 'unknown' in happening.classification ? classification : undefined,
  }
}
