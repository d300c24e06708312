import { type ContactId, derivedId, idOf, type OfferId, type OrganisationId } from '../src/kit/id.ts'
import { parseMinor } from '../src/kit/money.ts'
import { parseQuantity } from '../src/kit/quantity.ts'
import type { Timing } from '../src/kit/timing.ts'
import { type LocalMoment, localDay, localMoment } from '../src/kit/zone.ts'
import {
  type Basket,
  type CompiledOffer,
  compileOffer,
  type OfferTerms,
  offerTerms,
} from '../src/offers/index.ts'
import type { BasketLine, ProductTarget } from '../src/products/index.ts'

/** Offers and baskets in a shopkeeper's words, so that tests of rules read as examples. Amounts are euros. */

const SHELF = [
  ['milk', 'dairy', 'alp', 'food'],
  ['cheese', 'dairy', 'alp', 'food'],
  ['bread', 'bakery', null, 'food'],
  ['bun', 'bakery', 'house', 'food'],
  ['coffee', 'drinks', 'house', 'drink'],
  ['wine', 'drinks', 'castle', 'drink'],
] as const

export const skus = SHELF.map(([sku]) => sku)

export function cents(text: string): bigint {
  const minor = parseMinor(text, 2)
  if (typeof minor === 'string') throw new Error(`"${text}" is ${minor}`)
  return minor
}

/** "coffee 3.00" or "2 bread 3.20" (two of them, for 3.20 together), with "(net 2.52)" where tax matters. */
export function line(text: string): BasketLine {
  const match = /^(?:([\d.]+) )?([a-z]+) (-?[\d.]+)(?: \(net ([\d.]+)\))?$/.exec(text.trim())
  const [, pieces = '1', sku = '', price = '', net = price] = match ?? []
  const quantity = parseQuantity(pieces)
  const product = SHELF.find(([name]) => name === sku)
  if (!product || typeof quantity === 'string') throw new Error(`"${text}" is no line of a basket`)
  const [, family, brand, type] = product
  return { sku, family, brand, type, quantity, gross: cents(price), net: cents(net) }
}

export function lines(text: string): BasketLine[] {
  return text === '' ? [] : text.split(',').map(line)
}

export function organisation(name: string): OrganisationId {
  return derivedId<OrganisationId>('organisation', name)
}

export function contact(name: string): ContactId {
  return derivedId<ContactId>('contact', name)
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "Mon 15:30", the clock on the wall of the venue, in November. */
export function wallClock(text: string): LocalMoment {
  const [day = '', time = ''] = text.split(' ')
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return { weekday: DAYS.indexOf(day) + 1, minute, month: 11, monthYesterday: 11 }
}

export interface Shopping {
  /** Merchant, or "merchant/venue". */
  readonly at?: string
  /** An instant with its zone, "2026-03-29T01:30:00Z Europe/Nicosia", or a wall clock, "Mon 15:30". */
  readonly when?: string
  readonly who?: string
}

export function basket(
  text: string,
  { at = 'Corner', when = 'Mon 12:00', who = 'Anna' }: Shopping = {},
): Basket {
  const bought = lines(text)
  const [merchant = '', venue] = at.split('/')
  const isInstant = when.includes('T')
  const [instant = '', zone = ''] = isInstant ? when.split(' ') : ['2026-11-23T12:00:00Z', 'UTC']
  return {
    business: organisation('Business'),
    merchant: organisation(merchant),
    venue: venue === undefined ? undefined : organisation(venue),
    placeName: at,
    contact: contact(who),
    at: new Date(instant),
    local: isInstant ? localMoment(new Date(instant), zone) : wallClock(when),
    businessDay: localDay(new Date(instant), zone),
    currency: 'EUR',
    total: bought.reduce((sum, { gross }) => sum + gross, 0n),
    lines: bought,
  }
}

type Clause = readonly [RegExp, (terms: Draft, ...parts: string[]) => void]

interface Draft {
  award: Record<string, unknown>
  products: Record<string, unknown>
  amount: Record<string, unknown>
  readonly other: object[]
  limits: Record<string, unknown>
  readonly rest: Record<string, unknown>
}

const minor = (text: string) => cents(text).toString()
const MONEY = String.raw`\d+\.\d\d`

const CLAUSES: readonly Clause[] = [
  [/^on top$/, ({ rest }) => Object.assign(rest, { on_top: true })],
  [
    /^([\d.]+) %$/,
    ({ award }, rate) => Object.assign(award, { kind: 'PERCENTAGE', basis_points: Number(cents(rate)) }),
  ],
  [
    new RegExp(`^(${MONEY})$`),
    ({ award }, amount) => Object.assign(award, { kind: 'FIXED', amount: minor(amount) }),
  ],
  [/^cap (.+)$/, ({ award }, cap) => Object.assign(award, { cap: minor(cap) })],
  [/^on (.+)$/, ({ products }, names) => Object.assign(products, { products: targets(names) })],
  [/^but not (.+)$/, ({ products }, names) => Object.assign(products, { except: targets(names) })],
  [
    new RegExp(`^for (${MONEY}) of them$`),
    ({ products }, amount) => Object.assign(products, { minimum_amount: minor(amount) }),
  ],
  [
    /^([\d.]+) of them$/,
    ({ products }, pieces) => Object.assign(products, { minimum_quantity: String(parseQuantity(pieces)) }),
  ],
  [/^from (.+)$/, ({ amount }, least) => Object.assign(amount, { minimum: minor(least) })],
  [/^up to (.+)$/, ({ amount }, most) => Object.assign(amount, { maximum: minor(most) })],
  [/^at (.+)$/, ({ other }, names) => other.push({ kind: 'ORGANISATIONS', organisations: places(names) })],
  [
    /^during (.+)$/,
    ({ other }, when) => other.push({ kind: 'TIMINGS', timings: when.split(' or ').map(timing) }),
  ],
  [/^before tax$/, ({ rest }) => Object.assign(rest, { base: 'NET' })],
  [/^priority (\d+)$/, ({ rest }, priority) => Object.assign(rest, { priority: Number(priority) })],
  [
    /^available (\S*)\.\.(\S*)$/,
    ({ rest }, from, to) =>
      Object.assign(rest, {
        availability: { ...(from && { from: Date.parse(from) }), ...(to && { to: Date.parse(to) }) },
      }),
  ],
  [/^budget (.+)$/, ({ limits }, budget) => Object.assign(limits, { budget: minor(budget) })],
  [
    /^each contact (\d+) times a (\w+)$/,
    ({ limits }, uses, period) =>
      Object.assign(limits, { per_contact: { uses: Number(uses), period: period?.toUpperCase() } }),
  ],
  [
    new RegExp(`^each contact (${MONEY}) a (\\w+)$`),
    ({ limits }, amount, period) =>
      Object.assign(limits, { per_contact: { amount: minor(amount), period: period?.toUpperCase() } }),
  ],
]

/**
 * "5 %; cap 1.00; on family dairy; but not cheese; from 10.00; at Corner; during Mon Tue 15:00-17:00; on top;
 * …"
 */
export function terms(text: string): OfferTerms {
  const draft: Draft = { award: {}, products: {}, amount: {}, other: [], limits: {}, rest: {} }
  for (const words of text.split(';').map((each) => each.trim())) {
    const clause = CLAUSES.find(([pattern]) => pattern.test(words))
    if (!clause) throw new Error(`"${words}" is not understood`)
    const [, ...parts] = clause[0].exec(words) ?? []
    clause[1](draft, ...parts)
  }
  const conditions = [
    ...(Object.keys(draft.products).length > 0 ? [{ kind: 'PRODUCTS', ...draft.products }] : []),
    ...draft.other,
    ...(Object.keys(draft.amount).length > 0 ? [{ kind: 'AMOUNT', ...draft.amount }] : []),
  ]
  return offerTerms.parse({
    name: text.slice(0, 200),
    goal: 'SPEND',
    type: 'DISCOUNT',
    availability: {},
    conditions,
    award: draft.award,
    base: 'GROSS',
    commerce_pool_id: derivedId('pool'),
    funder_id: organisation('Business'),
    limits: draft.limits,
    priority: 0,
    on_top: false,
    ...draft.rest,
  })
}

/** Offers made earlier have smaller ids. */
export function offer(text: string, position = 0): CompiledOffer {
  const head = position.toString(16).padStart(8, '0')
  const id = `${head}-0000-7000-8000-000000000000`
  return compileOffer({
    id: idOf<OfferId>(id),
    code: text.slice(0, 100),
    version: 1,
    state: 'ACTIVE',
    currency: 'EUR',
    terms: terms(text),
  })
}

/** "milk, family dairy": a SKU stands alone, a group with its kind. */
function targets(names = ''): ProductTarget[] {
  return names.split(',').map((name) => {
    const [, kind = 'sku', code = ''] = /^(?:(family|brand|type) )?(\S+)$/.exec(name.trim()) ?? []
    const types = { family: 'FAMILY', brand: 'BRAND', type: 'TYPE', sku: 'SKU' } as const
    const type = types[kind === 'family' || kind === 'brand' || kind === 'type' ? kind : 'sku']
    return { type, code }
  })
}

function places(names = '') {
  return names.split(',').map((name) => ({ id: organisation(name.trim()), name: name.trim() }))
}

/** "Mon Tue Dec 15:00-17:00": days, months and hours, each if it matters. */
export function timing(text: string): Timing {
  const words = text.trim().split(' ')
  const days = words.flatMap((word) => (DAYS.includes(word) ? [DAYS.indexOf(word) + 1] : []))
  const months = words.flatMap((word) => (MONTHS.includes(word) ? [MONTHS.indexOf(word) + 1] : []))
  const [start, end] = words.find((word) => word.includes('-'))?.split('-') ?? []
  return {
    ...(days.length > 0 && { days }),
    ...(months.length > 0 && { months }),
    ...(start && { start_time: start }),
    ...(end && { end_time: end }),
  }
}
