import { minorDigits } from '../kit/currency.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { idOf } from '../kit/guid.ts'
import { decimalText, sum } from '../kit/money.ts'
import { ONE } from '../kit/quantity.ts'
import { readMinor, readQuantity } from '../kit/reading.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import { type Basket, NO_TIERS } from './basket.ts'
import { type Counters, counterBook } from './counters.ts'
import type { EvaluationFacts } from './evaluation-facts.ts'
import type { BasketLine } from './line.ts'
import type { OpenBook } from './rule-book.ts'
import { ifSent } from './translator.ts'

/** Counters of an evaluation are those that it was sent, so there is only one tenant. */
export const TENANT = 0

export interface ReadFacts {
  readonly basket: Basket
  readonly paid: readonly bigint[]
  readonly counters: Counters
}

/** Reads amounts by their names in the facts; refuses what the currency does not have. */
type ReadAmount = (field: string, text: string) => bigint

/** The facts as judging takes them. `root` stands before the names of fields that are refused. */
export function readFacts(facts: EvaluationFacts, book: OpenBook, root = ''): ReadFacts {
  const digits = minorDigits(book.currency)
  const read: ReadAmount = (field, text) => readMinor(`${root}${field}`, text, digits)
  const lines = facts.lines.map((each, index) => readLine(each, `${root}lines[${index}].`, digits))
  const bought =
    facts.occasion === 'PURCHASE'
      ? boughtOf(facts, { lines, read, root, digits })
      : happenedTo(facts, read, root)
  return {
    basket: { ...circumstances(facts, book), ...bought, ...extras(facts, bought.total, { read, root }) },
    paid: paidOf(facts, bought, { read, root }),
    counters: countersOf(facts),
  }
}

function paidOf(
  { paid }: EvaluationFacts,
  { lines }: Bought,
  { read, root }: Pick<Reading, 'read' | 'root'>,
): readonly bigint[] {
  if (paid.length > lines.length) {
    throw invalidField(
      `${root}paid`,
      `a list of ${paid.length}`,
      `at most one amount a line, ${lines.length}`,
    )
  }
  return paid.map((text, index) => {
    const amount = read(`paid[${index}]`, text)
    if (amount < 0n) throw invalidField(`${root}paid[${index}]`, text, 'it must not be negative')
    return amount
  })
}

function circumstances(
  { occasion, at, place, contact, pass, ...facts }: EvaluationFacts,
  { business, businessZone, currency }: OpenBook,
) {
  const { segments, schemes, birthday, name_day, since } = contact
  const moment = new Date(at)
  return {
    occasion,
    business: idOf<Basket['business']>(business),
    merchant: idOf<Basket['merchant']>(place.merchant),
    venue: place.venue === undefined ? undefined : idOf<Basket['merchant']>(place.venue),
    placeName: place.name,
    contact: idOf<Basket['contact']>(contact.id),
    shopper: {
      segments: new Set(segments),
      schemes: new Set(schemes),
      birthday,
      nameDay: name_day,
      since: new Date(since),
    },
    tiers: NO_TIERS,
    at: moment,
    local: localMoment(moment, place.zone),
    businessDay: localDay(moment, businessZone),
    currency,
    classification: facts.classification,
    channel: facts.channel,
    paymentMedium: facts.payment_medium,
    tenders: facts.tenders.map((type) => type.toUpperCase()),
    pass: pass && {
      id: pass.id,
      plan: pass.plan,
      code: pass.code,
      mostUses: pass.most_uses,
      mostUsesPerContact: pass.most_uses_per_contact,
    },
    luck: facts.luck,
  }
}

interface Bought {
  readonly lines: readonly BasketLine[]
  readonly total: bigint
}

interface Reading {
  readonly lines: readonly BasketLine[]
  readonly read: ReadAmount
  readonly root: string
  readonly digits: number
}

/** The lines sum to the total; a purchase of which only the total is known is one line of it. */
function boughtOf({ total: sent }: EvaluationFacts, { lines, read, root, digits }: Reading): Bought {
  const found = sum(lines.map(({ gross }) => gross))
  const total = ifSent(sent, (text) => read('total', text)) ?? found
  if (sent === undefined && lines.length === 0) throw missingField(`${root}total`, 'or send lines')
  if (lines.length > 0 && total !== found) {
    throw invalidField(`${root}total`, sent ?? '', `the lines sum to ${decimalText(found, digits)}`)
  }
  if (total < 0n) {
    throw invalidField(`${root}total`, decimalText(total, digits), 'a purchase costs nothing or more')
  }
  return { total, lines: lines.length > 0 ? lines : [wholePurchase(total)] }
}

/** What is no purchase has no lines; an achievement may be worth an amount. */
function happenedTo({ total, lines }: EvaluationFacts, read: ReadAmount, root: string): Bought {
  if (lines.length > 0)
    throw invalidField(`${root}lines`, `a list of ${lines.length}`, 'only a purchase has lines')
  return { total: ifSent(total, (text) => read('total', text)) ?? 0n, lines: [] }
}

function wholePurchase(total: bigint): BasketLine {
  return { sku: '', family: null, brand: null, type: null, quantity: ONE, gross: total, net: total }
}

function readLine(
  { sku, leads_to: leadsTo, family, brand, type, earns, ...sent }: EvaluationFacts['lines'][number],
  path: string,
  digits: number,
): BasketLine {
  const gross = readMinor(`${path}gross`, sent.gross, digits)
  const quantity = readQuantity(`${path}quantity`, sent.quantity)
  if (quantity < 0n && gross > 0n) {
    throw invalidField(
      `${path}quantity`,
      sent.quantity,
      'goods that cost something have a quantity above zero',
    )
  }
  const net = ifSent(sent.net, (text) => readMinor(`${path}net`, text, digits)) ?? gross
  return {
    sku,
    ...(leadsTo !== undefined && { leadsTo }),
    family: family ?? null,
    brand: brand ?? null,
    type: type ?? null,
    quantity,
    gross,
    net,
    ...(earns ? {} : { earns }),
  }
}

function extras(
  { discount, bill }: EvaluationFacts,
  total: bigint,
  { read, root }: Pick<Reading, 'read' | 'root'>,
): Pick<Basket, 'discount' | 'bill'> {
  const whole = ifSent(bill, (sent) => read('bill.total', sent.total))
  if (bill && whole !== undefined && whole < total) {
    throw invalidField(`${root}bill.total`, bill.total, 'at least the total of this part is needed')
  }
  return {
    discount: ifSent(discount, (text) => read('discount', text)) ?? 0n,
    bill: bill && whole !== undefined ? { reference: bill.reference, total: whole } : undefined,
  }
}

function countersOf({ counters }: EvaluationFacts): Counters {
  const found = counterBook()
  for (const { owner, subject, period, amount, uses } of counters) {
    const state = found.open({ tenant: TENANT, offer: owner, subject, period })
    state.amount += BigInt(amount)
    state.uses += uses
  }
  return found
}
