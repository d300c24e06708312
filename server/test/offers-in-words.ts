import {
  type CompiledOffer,
  compileOffer,
  type OfferTerms,
  offerTerms,
  type ProductTarget,
} from '../src/engine/index.ts'
import { derivedId, idOf, type OfferId } from '../src/kit/id.ts'
import { cents, each, minorOf, organisation, quantityOf, stored, timing } from './names.ts'

/**
 * Offers in a shopkeeper's words: "5 %; cap 1.00; on family dairy; but not cheese; at Corner; each contact 2
 * times a day".
 */

type Fields = Record<string, unknown>

interface Draft {
  /** Minor units of the offer's currency, as terms keep them. */
  readonly minor: (text?: string) => string
  readonly award: Fields
  /** Conditions that several clauses say together, by their kind. */
  readonly together: Record<'PRODUCTS' | 'AMOUNT' | 'SEGMENTS' | 'PAYMENT' | 'MEMBER_SINCE', Fields>
  readonly others: Fields[]
  readonly limits: Fields
  readonly progress: Fields
  readonly rest: Fields
}

type Clause = readonly [RegExp, (draft: Draft, ...parts: string[]) => unknown]

const set = (fields: Fields, more: Fields) => Object.assign(fields, more)
const pieces = (text = '') => String(quantityOf(text))
const points = (text = '') => Number(cents(text))

const AWARDS: readonly Clause[] = [
  [/^([\d.]+) %$/, ({ award }, rate) => set(award, { kind: 'PERCENTAGE', basis_points: points(rate) })],
  [/^([\d.]+)$/, ({ award, minor }, amount) => set(award, { kind: 'FIXED', amount: minor(amount) })],
  [
    /^([\d.]+) per ([\d.]+)$/,
    ({ award, minor }, amount, every) =>
      set(award, { kind: 'PER_AMOUNT', amount: minor(amount), every: minor(every) }),
  ],
  [
    /^steps (.+)$/,
    (draft, steps = '') =>
      set(draft.award, { kind: 'STEPS', steps: each(steps).map((text) => step(draft, text)) }),
  ],
  [
    /^(?:([\d.]+) % of )?the (cheapest|dearest) ([\d.]+)(?: of every ([\d.]+))?(?: of (.+))?$/,
    ({ award }, rate = '100', pick, quantity, every, names) =>
      set(award, {
        kind: 'PRODUCT',
        pick: pick?.toUpperCase(),
        quantity: pieces(quantity),
        basis_points: points(rate),
        ...(every && { for_every: pieces(every) }),
        ...(names && { products: targets(names) }),
      }),
  ],
  [/^cap (.+)$/, ({ award, minor }, cap) => set(award, { cap: minor(cap) })],
]

/** "10.00: 1.00", "50.00: 5 %" or "50.00: 5 % up to 8.00" */
function step({ minor }: Draft, text: string): Fields {
  const [, from, amount, rate, cap] =
    /^([\d.]+): (?:([\d.]+)|([\d.]+) %(?: up to ([\d.]+))?)$/.exec(text) ?? []
  return {
    from: minor(from),
    ...(amount && { amount: minor(amount) }),
    ...(rate && { basis_points: points(rate) }),
    ...(cap && { cap: minor(cap) }),
  }
}

const CONDITIONS: readonly Clause[] = [
  [/^on the (birthday|name day)(?: (\d+) before)?(?: (\d+) after)?$/, occasion('DAY')],
  [/^in the week of the (birthday|name day)$/, occasion('WEEK')],
  [/^in the month of the (birthday|name day)$/, occasion('MONTH')],
  [/^on (.+)$/, ({ together }, names) => set(together.PRODUCTS, { products: targets(names) })],
  [/^but not (.+)$/, ({ together }, names) => set(together.PRODUCTS, { except: targets(names) })],
  [
    /^for ([\d.]+) of them$/,
    ({ together, minor }, amount) => set(together.PRODUCTS, { minimum_amount: minor(amount) }),
  ],
  [
    /^([\d.]+) of them$/,
    ({ together }, quantity) => set(together.PRODUCTS, { minimum_quantity: pieces(quantity) }),
  ],
  [/^from (.+)$/, ({ together, minor }, least) => set(together.AMOUNT, { minimum: minor(least) })],
  [/^up to (.+)$/, ({ together, minor }, most) => set(together.AMOUNT, { maximum: minor(most) })],
  [
    /^at (.+)$/,
    ({ others }, names = '') => others.push({ kind: 'ORGANISATIONS', organisations: places(names) }),
  ],
  [
    /^during (.+)$/,
    ({ others }, when = '') => others.push({ kind: 'TIMINGS', timings: when.split(' or ').map(timing) }),
  ],
  [
    /^(every )?bundle (.+)$/,
    ({ others }, repeats, items = '') =>
      others.push({ kind: 'BUNDLE', items: items.split(' + ').map(item), repeats: repeats !== undefined }),
  ],
  [/^in segment (.+)$/, ({ together }, codes = '') => set(together.SEGMENTS, { any_of: each(codes) })],
  [/^not in segment (.+)$/, ({ together }, codes = '') => set(together.SEGMENTS, { none_of: each(codes) })],
  [/^in tier (.+?)( or above)?$/, ({ others }, names, above) => others.push(tiers(names, { above }))],
  [/^reaching tier (.+)$/, ({ others }, names) => others.push(tiers(names, { reached: 'reached' }))],
  [
    /^classified (.+)$/,
    ({ others }, codes = '') => others.push({ kind: 'CLASSIFICATIONS', classifications: each(codes) }),
  ],
  [/^through (.+)$/, ({ others }, names = '') => others.push({ kind: 'CHANNELS', channels: each(names) })],
  [/^paid with (.+)$/, ({ together }, types = '') => set(together.PAYMENT, { tenders: each(types) })],
  [/^with card (.+)$/, ({ together }, digits = '') => set(together.PAYMENT, { mediums: each(digits) })],
  [
    /^with pass (.+)$/,
    ({ others }, names = '') =>
      others.push({ kind: 'PASS', pass_plans: each(names).map((name) => stored('pass_plan', name)) }),
  ],
  [
    /^member for less than (\d+) days$/,
    ({ together }, days) => set(together.MEMBER_SINCE, { within_days: Number(days) }),
  ],
  [
    /^member before (.+)$/,
    ({ together }, time = '') => set(together.MEMBER_SINCE, { before: Date.parse(time) }),
  ],
  [/^member from (.+)$/, ({ together }, time = '') => set(together.MEMBER_SINCE, { from: Date.parse(time) })],
  [/^1 in (\d+)$/, ({ others }, one_in) => others.push({ kind: 'LOTTERY', one_in: Number(one_in) })],
]

function occasion(during: string): Clause[1] {
  return ({ others }, of, before, after) =>
    others.push({
      kind: 'OCCASION',
      occasion: of === 'birthday' ? 'BIRTHDAY' : 'NAME_DAY',
      during,
      ...(before && { days_before: Number(before) }),
      ...(after && { days_after: Number(after) }),
    })
}

function tiers(names = '', { above, reached }: { above?: string | undefined; reached?: string }): Fields {
  return {
    kind: 'TIERS',
    tiers: each(names).map((name) => stored('tier', name)),
    or_above: above !== undefined,
    reached: reached !== undefined,
  }
}

/** "2 milk" or "1 milk or family bakery" */
function item(text: string): Fields {
  const [, quantity, names = ''] = /^([\d.]+) (.+)$/.exec(text.trim()) ?? []
  return { quantity: pieces(quantity), products: targets(names.replaceAll(' or ', ',')) }
}

const WHO = {
  'each contact': 'per_contact',
  'each venue': 'per_venue',
  'all together': 'per_period',
} as const

function quota(name: string | undefined, period: string | undefined, most: Fields): Fields {
  const who = Object.entries(WHO).find(([words]) => words === name)
  return { [who?.[1] ?? '']: { ...most, period: period?.toUpperCase() } }
}

function goal(of: string, amount: string, repeats: string | undefined, period = 'ever'): Fields {
  return { of, target: amount, repeats: repeats !== undefined, period: period.toUpperCase() }
}

const REST: readonly Clause[] = [
  [/^in [A-Z]{3}$/, () => undefined],
  [/^on top$/, ({ rest }) => set(rest, { on_top: true })],
  [/^off the price$/, ({ rest }) => set(rest, { redeem_method: 'INSTANT' })],
  [/^group (.+)$/, ({ rest }, group) => set(rest, { exclusive_group: group })],
  [/^for members of (.+)$/, ({ rest }, name = '') => set(rest, { scheme: stored('scheme', name) })],
  [/^before tax$/, ({ rest }) => set(rest, { base: 'NET' })],
  [/^before discounts$/, ({ rest }) => set(rest, { before_discounts: true })],
  [/^priority (\d+)$/, ({ rest }, priority) => set(rest, { priority: Number(priority) })],
  [/^type (\S+) goal (\S+)$/, ({ rest }, type, goal) => set(rest, { type, goal })],
  [
    /^available (\S*)\.\.(\S*)$/,
    ({ rest }, from, to) =>
      set(rest, {
        availability: { ...(from && { from: Date.parse(from) }), ...(to && { to: Date.parse(to) }) },
      }),
  ],
  [/^budget (.+)$/, ({ limits, minor }, budget) => set(limits, { budget: minor(budget) })],
  [
    /^(each contact|each venue|all together) (\d+) times a (\w+)$/,
    ({ limits }, who, uses, period) => set(limits, quota(who, period, { uses: Number(uses) })),
  ],
  [
    /^(each contact|each venue|all together) ([\d.]+) a (\w+)$/,
    ({ limits, minor }, who, amount, period) => set(limits, quota(who, period, { amount: minor(amount) })),
  ],
  [
    /^(every )?([\d.]+) spent(?: a (\w+))?$/,
    ({ progress, minor }, every, amount, period) =>
      set(progress, goal('AMOUNT', minor(amount), every, period)),
  ],
  [
    /^(every )?(\d+)(?:st|nd|rd|th) purchase(?: a (\w+))?$/,
    ({ progress }, every, visits = '', period) => set(progress, goal('VISITS', visits, every, period)),
  ],
  [
    /^(every )?([\d.]+) pieces(?: a (\w+))?$/,
    ({ progress }, every, quantity, period) =>
      set(progress, goal('QUANTITY', pieces(quantity), every, period)),
  ],
  [/^of everybody$/, ({ progress }) => set(progress, { per: 'EVERYONE' })],
  [/^on all of it$/, ({ progress }) => set(progress, { on_accumulated: true })],
]

/** The more special of two clauses that a text fits comes first: "on top" is no product. */
const CLAUSES = [...AWARDS, ...REST, ...CONDITIONS]

export function terms(text: string): OfferTerms {
  const currency = currencyOf(text)
  const together = { PRODUCTS: {}, AMOUNT: {}, SEGMENTS: {}, PAYMENT: {}, MEMBER_SINCE: {} }
  const draft: Draft = {
    minor: (amount = '') => minorOf(amount, currency).toString(),
    award: {},
    together,
    others: [],
    limits: {},
    progress: {},
    rest: {},
  }
  for (const words of text.split(';').map((clause) => clause.trim())) {
    const clause = CLAUSES.find(([pattern]) => pattern.test(words))
    if (!clause) throw new Error(`"${words}" is not understood`)
    const [, ...parts] = clause[0].exec(words) ?? []
    clause[1](draft, ...parts)
  }
  const said = (kind: keyof Draft['together']) =>
    Object.keys(together[kind]).length > 0 ? [{ kind, ...together[kind] }] : []
  const { progress } = draft
  return offerTerms.parse({
    name: text.slice(0, 200),
    goal: 'SPEND',
    type: 'DISCOUNT',
    availability: {},
    conditions: [
      ...said('PRODUCTS'),
      ...draft.others,
      ...said('AMOUNT'),
      ...said('SEGMENTS'),
      ...said('PAYMENT'),
      ...said('MEMBER_SINCE'),
    ],
    ...('of' in progress && { progress: { per: 'CONTACT', on_accumulated: false, ...progress } }),
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

/** "in JPY" among the clauses; euros without it. */
function currencyOf(text: string): string {
  return /(?:^|; )in ([A-Z]{3})(?:;|$)/.exec(text)?.[1] ?? 'EUR'
}

/** Offers made earlier have smaller ids. */
export function offer(text: string, position = 0): CompiledOffer {
  const head = position.toString(16).padStart(8, '0')
  return compileOffer({
    id: idOf<OfferId>(`${head}-0000-7000-8000-000000000000`),
    code: text.slice(0, 100),
    version: 1,
    state: 'ACTIVE',
    currency: currencyOf(text),
    terms: terms(text),
  })
}

/** "milk, family dairy": a SKU stands alone, a group with its kind. */
export function targets(names = ''): ProductTarget[] {
  return each(names).map((name) => {
    const [, kind = 'sku', code = ''] = /^(?:(family|brand|type) )?(\S+)$/.exec(name) ?? []
    const types = { family: 'FAMILY', brand: 'BRAND', type: 'TYPE', sku: 'SKU' } as const
    const type = types[kind === 'family' || kind === 'brand' || kind === 'type' ? kind : 'sku']
    return { type, code }
  })
}

function places(names: string) {
  return each(names).map((name) => ({ id: organisation(name), name }))
}
