import { type Basket, type BasketLine, NO_TIERS, type Occasion, type TierFacts } from '../src/engine/index.ts'
import { derivedId } from '../src/kit/id.ts'
import { type LocalMoment, localDay, localMoment } from '../src/kit/zone.ts'
import { contact, each, minorOf, organisation, quantityOf, stored, wallClock } from './names.ts'

/**
 * Baskets in a shopkeeper's words, so that tests of rules read as examples. Amounts are euros unless said
 * otherwise.
 */

const SHELF = [
  ['milk', 'dairy', 'alp', 'food'],
  ['cheese', 'dairy', 'alp', 'food'],
  ['bread', 'bakery', null, 'food'],
  ['bun', 'bakery', 'house', 'food'],
  ['coffee', 'drinks', 'house', 'drink'],
  ['wine', 'drinks', 'castle', 'drink'],
] as const

export const skus = SHELF.map(([sku]) => sku)

/** What does not earn. */
export const EXTRAS = ['tip', 'fee', 'giftcard'] as const

const LINE = /^(?:(-?[\d.]+) )?([a-z]+) (-?[\d.]+)(?: \(net (-?[\d.]+)\))?$/

/** "coffee 3.00" or "2 bread 3.20" (two of them, for 3.20 together), with "(net 2.52)" where tax matters. */
export function line(text: string, currency = 'EUR'): BasketLine {
  const [, pieces = '1', sku = '', price = '', net = price] = LINE.exec(text.trim()) ?? []
  const amounts = {
    gross: minorOf(price, currency),
    net: minorOf(net, currency),
    quantity: quantityOf(pieces),
  }
  const product = SHELF.find(([name]) => name === sku)
  if (product) {
    const [, family, brand, type] = product
    return { sku, family, brand, type, ...amounts }
  }
  if (!EXTRAS.some((name) => name === sku)) throw new Error(`"${text}" is no line of a basket`)
  return { sku, family: null, brand: null, type: null, ...amounts, earns: false }
}

export function lines(text: string, currency = 'EUR'): BasketLine[] {
  return text === '' ? [] : text.split(',').map((each) => line(each, currency))
}

/** From the lowest. */
export const TIERS: readonly string[] = ['bronze', 'silver', 'gold']

export interface Shopping {
  /** Merchant, or "merchant/venue". */
  readonly at?: string
  /**
   * An instant with its zone, "2026-03-29T01:30:00Z Europe/Nicosia", a day, "2026-03-29", or a wall clock,
   * "Mon 15:30".
   */
  readonly when?: string
  readonly who?: string
  readonly currency?: string
  readonly occasion?: Occasion
  readonly segments?: string
  readonly schemes?: string
  readonly birthday?: string
  readonly nameDay?: string
  readonly since?: string
  /** The tier that is held, and those that the purchase reaches. */
  readonly tier?: string
  readonly reaches?: string
  /** What the till had deducted from the whole. */
  readonly discount?: string
  readonly classified?: string
  readonly through?: string
  readonly card?: string
  readonly paidWith?: string
  /** "summer 12345678": the plan and the code. */
  readonly pass?: string
  readonly passUses?: { readonly most?: number; readonly perContact?: number }
  readonly luck?: number
}

export function basket(text: string, shopping: Shopping = {}): Basket {
  const { at = 'Corner', who = 'Anna', currency = 'EUR', occasion = 'PURCHASE', discount = '0' } = shopping
  const bought = lines(text, currency)
  const [merchant = '', venue] = at.split('/')
  return {
    occasion,
    business: organisation('Business'),
    merchant: organisation(merchant),
    venue: venue === undefined ? undefined : organisation(venue),
    placeName: at,
    contact: contact(who),
    shopper: shopperOf(shopping),
    tiers: tierFacts(shopping),
    ...timeOf(shopping),
    currency,
    total: bought.reduce((sum, { gross }) => sum + gross, 0n),
    discount: minorOf(discount, currency),
    lines: bought,
    classification: shopping.classified,
    channel: shopping.through,
    paymentMedium: shopping.card,
    tenders: listed(shopping.paidWith),
    pass: passOf(shopping),
    luck: shopping.luck,
  }
}

function listed(names: string | undefined): string[] {
  return names === undefined ? [] : each(names)
}

function timeOf({ when = 'Mon 12:00' }: Shopping): { at: Date; local: LocalMoment; businessDay: string } {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(when)
  const isInstant = isDay || when.includes('T')
  const [instant = '', zone = ''] = (isDay ? `${when}T12:00:00Z UTC` : isInstant ? when : NOON).split(' ')
  const at = new Date(instant)
  return { at, local: isInstant ? localMoment(at, zone) : wallClock(when), businessDay: localDay(at, zone) }
}

const NOON = '2026-11-23T12:00:00Z UTC'

function shopperOf({
  segments,
  schemes,
  birthday,
  nameDay,
  since = '2020-01-01',
}: Shopping): Basket['shopper'] {
  return {
    segments: new Set(listed(segments)),
    schemes: new Set(listed(schemes).map((name) => stored('scheme', name).id)),
    birthday,
    nameDay,
    since: new Date(since),
  }
}

function tierFacts({ tier, reaches }: Shopping): TierFacts {
  const reached = listed(reaches).map((name) => stored('tier', name).id)
  if (tier === undefined) return { ...NO_TIERS, reached }
  const held = TIERS.slice(0, TIERS.indexOf(tier) + 1)
  return { held: held.map((name) => stored('tier', name).id), current: stored('tier', tier).id, reached }
}

function passOf({ pass, passUses = {} }: Shopping): Basket['pass'] {
  if (pass === undefined) return undefined
  const [plan = '', code = plan] = pass.split(' ')
  return {
    id: derivedId('pass', pass),
    plan: stored('pass_plan', plan).id,
    code,
    mostUses: passUses.most,
    mostUsesPerContact: passUses.perContact,
  }
}
