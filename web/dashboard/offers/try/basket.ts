import { drawn } from '@tillback/server/engine/draw.ts'
import { tierPeriods } from '@tillback/server/engine/tiers.ts'
import { minorDigits } from '@tillback/server/kit/currency.ts'
import { offsetAt } from '@tillback/server/kit/zone.ts'
import type { Reply } from '../../read.ts'

export type RuleBook = Omit<Reply<'rewardOffers', 'previewRuleBook'>, 'sentence'>

/** What is tried: a basket and all around it that offers may look at, as it is typed. */
export interface Basket {
  readonly place: string
  readonly day: string
  readonly time: string
  readonly lines: readonly Line[]
  readonly customer: Customer
  readonly channel: string
  readonly tenders: readonly string[]
  readonly card: string
  readonly classification: string
  readonly passPlan: string
  readonly draw: 'NONE' | 'WINS' | 'LOSES'
  /** How often the same basket was bought before. */
  readonly before: string
}

export interface Line {
  readonly sku: string
  readonly pieces: string
  readonly amount: string
  readonly family: string
  readonly brand: string
  readonly type: string
  readonly earns: boolean
  /** Before tax, as the till told it. */
  readonly net?: string | undefined
}

export interface Customer {
  readonly id: string
  readonly name: string
  readonly segments: readonly string[]
  readonly schemes: readonly string[]
  readonly birthday: string
  /** Month and day. */
  readonly nameDay: string
  /** The day of signing up. */
  readonly since: string
  /** In the period in which tiers count. */
  readonly spent: string
}

export interface Place {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly parent: string | undefined
  readonly zone: string
}

/** Nobody that there is: ids of customers are made otherwise. */
const SOMEBODY = '00000000-0000-4000-8000-000000000001'
const SOME_PASS = '00000000-0000-4000-8000-000000000002'

export const NEW_LINE: Line = {
  sku: '',
  pieces: '1',
  amount: '10.00',
  family: '',
  brand: '',
  type: '',
  earns: true,
}

export function newBasket(place: string, today: string): Basket {
  return {
    place,
    day: today,
    time: '12:00',
    lines: [NEW_LINE],
    customer: {
      id: SOMEBODY,
      name: '',
      segments: [],
      schemes: [],
      birthday: '',
      nameDay: '',
      since: today,
      spent: '',
    },
    channel: '',
    tenders: [],
    card: '',
    classification: '',
    passPlan: '',
    draw: 'NONE',
    before: '0',
  }
}

export interface Counter {
  readonly owner: string
  readonly subject: string
  readonly period: string
  readonly amount: string
  readonly uses: number
}

/** The facts as the engine takes them. What is not filled in is left out. */
export function factsOf(
  basket: Basket,
  { book, place, offer }: { readonly book: RuleBook; readonly place: Place; readonly offer: string },
): object {
  const { customer, lines } = basket
  const isVenue = place.type === 'VENUE'
  return {
    at: instantOf(basket.day, basket.time, place.zone).toISOString(),
    place: {
      merchant: isVenue ? (place.parent ?? place.id) : place.id,
      ...(isVenue ? { venue: place.id } : {}),
      name: place.name,
      zone: place.zone,
    },
    contact: {
      id: customer.id,
      segments: customer.segments,
      schemes: customer.schemes,
      ...filled({ birthday: customer.birthday, name_day: customer.nameDay }),
      since: instantOf(customer.since || basket.day, '00:00', place.zone).toISOString(),
    },
    lines: lines.map(({ sku, pieces, amount, net, family, brand, type, earns }) => ({
      sku,
      ...filled({ family, brand, type, net: net ?? '' }),
      quantity: pieces,
      gross: amount,
      ...(earns ? {} : { earns }),
    })),
    ...filled({
      channel: basket.channel,
      payment_medium: basket.card,
      classification: basket.classification,
    }),
    ...(basket.tenders.length > 0 ? { tenders: basket.tenders } : {}),
    ...(basket.passPlan === '' ? {} : { pass: { id: SOME_PASS, plan: basket.passPlan, code: 'TRIED' } }),
    ...(basket.draw === 'NONE' ? {} : { luck: luckFor(basket.draw, offer, book) }),
    counters: spentBefore(basket, book),
  }
}

function filled(fields: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''))
}

/** Where a tier is held by what was spent, what was spent is counted. */
function spentBefore({ customer, day }: Basket, book: RuleBook): readonly Counter[] {
  const minor = minorOf(customer.spent, book.currency)
  if (!book.tiers || minor === undefined) return []
  const { now } = tierPeriods({ period: book.tiers.period }, day)
  return [
    {
      owner: book.business,
      subject: customer.id,
      period: `tier:${now}`,
      amount: minor,
      uses: 1,
    },
  ]
}

/** "12.5" in cents: "1250". */
function minorOf(text: string, currency: string): string | undefined {
  const digits = minorDigits(currency)
  const [, whole = '', part = ''] = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.trim()) ?? []
  if (whole === '' || part.length > digits) return undefined
  return BigInt(`${whole}${part.padEnd(digits, '0')}`).toString()
}

/** The first number whose draw in the offer's lottery comes out as wanted. */
function luckFor(wanted: 'WINS' | 'LOSES', offer: string, book: RuleBook): number {
  const terms = book.offers.find(({ id }) => id === offer)?.terms
  const lottery = terms?.conditions.find((each) => each.kind === 'LOTTERY')
  const of = lottery?.kind === 'LOTTERY' ? lottery.one_in : 2
  const most = of * 100
  for (let luck = 0; luck < most; luck++)
    if ((drawn(luck, offer, of) === 0) === (wanted === 'WINS')) return luck
  return 0
}

/** The instant at which the clock on the venue's wall shows this; of a time that is skipped, the one after. */
export function instantOf(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(wall)) return new Date(0)
  const first = wall - offsetAt(new Date(wall), zone)
  return new Date(wall - offsetAt(new Date(first), zone))
}
