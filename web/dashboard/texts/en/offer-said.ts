import { many } from './counting.ts'

interface Pieces {
  readonly rate: string
  readonly pick: string
  readonly quantity: string
  readonly every: string | undefined
  readonly of: string | undefined
}

interface Products {
  readonly of: string
  readonly but: string | undefined
  readonly pieces: string | undefined
  readonly worth: string | undefined
}

interface Progress {
  readonly target: string
  readonly period: string
  readonly isForAll: boolean
  readonly repeats: boolean
  readonly isOnAll: boolean
}

interface Occasion {
  readonly name: string
  readonly during: string
  readonly before: number
  readonly after: number
}

const days = (number: number) => many(number, 'day', 'days')

const CHANNELS: Readonly<Record<string, string>> = { POS: 'at the till', ONLINE: 'online' }

/** The parts of an offer, each in a few words. */
export const said = {
  or: 'or',
  instant: 'off the price at once',
  deferred: 'into the wallet, for later',
  budget: 'Budget',
  noBudget: 'without a budget',
  noLimit: 'without a limit',
  notAsked: 'not asked for',
  atOnce: 'nothing is collected: each purchase counts alone',
  everyDay: 'every day',
  inMonths: (names: string) => `in ${names}`,
  span: (count: number, unit: string) => `${count} ${count === 1 ? unit.replace(/s$/, '') : unit}`,
  percent: (rate: string) => `${rate} % of the purchase`,
  atMost: (amount: string) => `, at most ${amount}`,
  perAmount: (amount: string, every: string) => `${amount} for every ${every}`,
  from: (given: string, from: string) => `${given} from ${from}`,
  pieces: ({ rate, pick, quantity, every, of }: Pieces) =>
    [
      rate === '100' ? 'the price of' : `${rate} % of the price of`,
      `${pick} ${quantity}`,
      ...(every === undefined ? [] : [`of every ${every}`]),
      ...(of === undefined ? [] : [`of ${of}`]),
    ].join(' '),
  piecesOf: (quantity: string, of: string) => `${quantity} of ${of}`,
  range: (least: string | undefined, most: string | undefined) => {
    if (least !== undefined && most !== undefined) return `from ${least} to ${most}`
    return least === undefined ? `at most ${most ?? ''}` : `at least ${least}`
  },
  products: ({ of, but, pieces, worth }: Products) =>
    [
      of,
      ...(but === undefined ? [] : [`but not ${but}`]),
      ...(pieces === undefined ? [] : [`at least ${pieces} of them`]),
      ...(worth === undefined ? [] : [`for at least ${worth}`]),
    ].join(', '),
  bundle: (items: readonly string[], repeats: boolean) =>
    `${items.join(' and ')}${items.length > 1 ? ' together' : ''}${repeats ? ', for every whole bundle' : ''}`,
  at: (places: string) => `bought at ${places}`,
  tiers: (names: string, { or_above, reached }: { readonly or_above: boolean; readonly reached: boolean }) =>
    reached ? `the purchase reaches ${names}` : `the customer is in ${names}${or_above ? ' or above' : ''}`,
  pass: (names: string) => `with a pass of ${names}`,
  channels: (names: readonly string[]) =>
    names.map((name) => CHANNELS[name] ?? `through ${name}`).join(' or '),
  classified: (names: string) => `classified as ${names}`,
  segments: (any: string | undefined, none: string | undefined) =>
    [...(any === undefined ? [] : [`in ${any}`]), ...(none === undefined ? [] : [`not in ${none}`])].join(
      ', ',
    ),
  paid: (means: string) => `paid with ${means}`,
  tenders: { CASH: 'cash', CARD: 'card' },
  card: (digits: string) => `a card ${digits}…`,
  member: (when: {
    readonly days: number | undefined
    readonly from: string | undefined
    readonly before: string | undefined
  }) =>
    [
      ...(when.days === undefined ? [] : [`signed up less than ${days(when.days)} ago`]),
      ...(when.from === undefined ? [] : [`signed up from ${when.from}`]),
      ...(when.before === undefined ? [] : [`signed up before ${when.before}`]),
    ].join(', '),
  occasion: ({ name, during, before, after }: Occasion) =>
    [
      `${name}: ${during.toLowerCase()}`,
      ...(before > 0 ? [`${days(before)} before`] : []),
      ...(after > 0 ? [`${days(after)} after`] : []),
    ].join(', '),
  lottery: (oneIn: string) => `one purchase in ${oneIn} wins`,
  limit: ({
    amount,
    uses,
    period,
  }: Readonly<Record<'amount' | 'uses', string | undefined>> & { period: string }) =>
    [
      ...(amount === undefined ? [] : [`at most ${amount} ${period}`]),
      ...(uses === undefined ? [] : [`at most ${uses} times ${period}`]),
    ].join(', '),
  counted: (of: 'VISITS' | 'QUANTITY', target: string) =>
    of === 'VISITS' ? `${target} visits` : `${target} pieces`,
  progress: ({ target, period, isForAll, repeats, isOnAll }: Progress) =>
    [
      `${target} ${period}`,
      isForAll ? 'by all customers together' : 'by each customer',
      repeats ? 'given each time it is reached' : 'given once',
      ...(isOnAll ? ['reckoned on all that was collected'] : []),
    ].join(', '),
} as const
