import { display, money } from '../../kit/money.ts'
import { saysTimings } from '../../kit/timing.ts'
import type { Validity } from '../../kit/validity.ts'
import type { Celebrated, Item, Pieces, Range, SignedUp, Words } from './words.ts'

const either = (names: readonly string[]) => names.join(' or ')
const atMost = (cap: string | undefined) => (cap === undefined ? '' : `, at most ${cap}`)
const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`

/** The parts of sentences that reasons of refusals have as well. */
export const fragments = {
  range: ({ least, most }: Range) => {
    if (least !== undefined && most !== undefined) return `from ${least} to ${most}`
    return least === undefined ? `at most ${most ?? ''}` : `at least ${least}`
  },
  signedUp: ({ days: within, from, before }: SignedUp) =>
    [
      ...(within === undefined ? [] : [`less than ${days(within)} ago`]),
      ...(from === undefined ? [] : [`from ${from}`]),
      ...(before === undefined ? [] : [`before ${before}`]),
    ].join(' and '),
  segments: (anyOf: readonly string[] | undefined, noneOf: readonly string[] | undefined) =>
    [...(anyOf ? [`in ${either(anyOf)}`] : []), ...(noneOf ? [`not in ${either(noneOf)}`] : [])].join(
      ' but ',
    ),
  means: (tenders: readonly string[], cards: readonly string[]) =>
    either([...tenders, ...cards.map((digits) => `card ${digits}…`)]),
  items: (items: readonly Item[]) =>
    `${items.map(({ pieces, of }) => `${pieces} of ${of}`).join(' and ')}${items.length > 1 ? ' together' : ''}`,
}

function pieces({ pick, quantity, every, of }: Pieces): string {
  const each = every === undefined ? '' : ` of every ${every}`
  return `the ${pick.toLowerCase()} ${quantity}${each}${of === undefined ? '' : ` of ${of}`}`
}

const OCCASIONS = { BIRTHDAY: 'the birthday', NAME_DAY: 'the name day' } as const

function celebrated({ occasion, during, before, after }: Celebrated): string {
  const name = OCCASIONS[occasion]
  if (during !== 'DAY') return `in the ${during.toLowerCase()} of ${name}`
  if (before > 0 && after > 0) return `from ${days(before)} before to ${days(after)} after ${name}`
  if (before > 0) return `on ${name} or up to ${days(before)} before`
  return after > 0 ? `on ${name} or up to ${days(after)} after` : `on ${name}`
}

const WHOSE = { per_contact: 'Each contact', per_venue: 'Each venue', per_period: 'All together' } as const

function ordinal(digits: string): string {
  const tens = digits.slice(-2)
  if (tens === '11' || tens === '12' || tens === '13') return `${digits}th`
  const suffix = { '1': 'st', '2': 'nd', '3': 'rd' }[digits.slice(-1)] ?? 'th'
  return `${digits}${suffix}`
}

function lengthOf({ count, unit }: Validity): string {
  const name = unit.toLowerCase()
  return `${count} ${count === 1 ? name.slice(0, -1) : name}`
}

export const english: Words = {
  money: (minor, currency) => display(money(minor, currency)),
  figure: (decimal) => decimal,
  percent: (figure) => `${figure} %`,
  either,
  some: (names, more) => `${names.join(', ')} or ${more} more`,
  target: (type, called) => {
    if ('code' in called) return `${type.toLowerCase()} ${called.code}`
    return type === 'SKU' ? called.name : `${type.toLowerCase()} ${called.name}`
  },
  earn: (parts, way) => `${way === 'off' ? 'Get' : 'Earn'} ${parts.join(' ')}.`,
  deeds: {
    SIGN_UP: 'for signing up',
    PROFILE: 'for completing the profile',
    REFERRAL: 'for bringing a friend who signs up',
    ACHIEVEMENT: 'for an achievement',
    BIRTHDAY: 'as a birthday gift',
    NAME_DAY: 'as a name day gift',
  },
  base: ({ tax, discount }) =>
    `Reckoned on prices ${[...(tax ? ['before tax'] : []), ...(discount ? ["before the till's discount"] : [])].join(' and ')}.`,
  members: (scheme) => `For members of ${scheme}.`,
  quota: (of, { uses, amount, period }) => {
    const most = [
      ...(uses === undefined ? [] : [`${uses} ${uses === 1 ? 'time' : 'times'}`]),
      ...(amount === undefined ? [] : [amount]),
    ]
    const when = period === 'EVER' ? '' : ` a ${period.toLowerCase()}`
    return `${WHOSE[of]} at most ${most.join(' and ')}${when}.`
  },
  budget: (amount) => `At most ${amount} in all.`,
  spendAfter: (time) => `To spend after ${lengthOf(time)}.`,
  spendWithin: (time) => `To spend within ${lengthOf(time)}.`,
  returns: {
    KEEP: 'It stays while any of the goods do.',
    REJUDGE: 'When goods come back, it is judged again on the rest.',
  },
  progress: ({ of, target, period, isForAll, repeats }) => {
    const what = {
      AMOUNT: () => `${target} spent`,
      VISITS: () => `${repeats ? '' : 'the '}${ordinal(target)} purchase`,
      QUANTITY: () => `${target} pieces bought`,
    }[of]()
    const when = period === 'EVER' ? '' : ` ${repeats ? 'in a' : 'a'} ${period.toLowerCase()}`
    return `${repeats ? 'for every' : 'once with'} ${what}${when}${isForAll ? ' of all contacts together' : ''}`
  },
  awards: {
    percentage: (rate, way, cap) => `${rate} ${way}${atMost(cap)}`,
    fixed: (amount, way) => `${amount} ${way}`,
    perAmount: ({ amount, every, cap }, way) => `${amount} ${way} for every ${every}${atMost(cap)}`,
    step: (given, way, from) => {
      const starts = from === undefined ? '' : ` from ${from}`
      if ('amount' in given) return `${given.amount} ${way}${starts}`
      return `${given.rate} ${way}${given.cap === undefined ? '' : `${atMost(given.cap)},`}${starts}`
    },
    product: ({ rate, cap, ...given }, way) => {
      const what = pieces(given.pieces)
      if (way === 'off') return `${rate === undefined ? `${what} free` : `${rate} off ${what}`}${atMost(cap)}`
      return `${rate === undefined ? '' : `${rate} of `}the price of ${what} back${atMost(cap)}`
    },
  },
  conditions: {
    timings: saysTimings,
    amount: (range) => `when the purchase is ${fragments.range(range)}`,
    channels: (names) => `through ${either(names)}`,
    classifications: (names) => `when classified as ${either(names)}`,
    pass: (plans) => `with a pass of ${either(plans)}`,
    memberSince: (when) => `for contacts who signed up ${fragments.signedUp(when)}`,
    organisations: (names) => `at ${either(names)}`,
    tiers: (names, { or_above, reached }) =>
      reached ? `on reaching ${either(names)}` : `in ${either(names)}${or_above ? ' or above' : ''}`,
    segments: (anyOf, noneOf) => `for contacts ${fragments.segments(anyOf, noneOf)}`,
    payment: (tenders, cards) => `paid with ${fragments.means(tenders, cards)}`,
    occasion: celebrated,
    products: ({ of, but, pieces: least, worth }) => {
      const what = `on ${of}${but === undefined ? '' : ` but not on ${but}`}`
      const needed = [
        ...(least === undefined ? [] : [`at least ${least} of them`]),
        ...(worth === undefined ? [] : [`at least ${worth} of them`]),
      ]
      return needed.length > 0 ? `${what}, ${needed.join(' and ')}` : what
    },
    bundle: (items, repeats) => `for ${repeats ? 'every ' : ''}${fragments.items(items)}`,
    lottery: (oneIn) => `with a chance of 1 in ${oneIn}`,
  },
}
