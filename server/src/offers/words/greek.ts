import type { Celebrated, Item, Period, Pieces, Range, SignedUp, Words } from '../../engine/index.ts'
import { dayText, moneyText } from '../../kit/localised.ts'
import { money } from '../../kit/money.ts'
import type { Timing } from '../../kit/timing.ts'
import type { Validity } from '../../kit/validity.ts'
import { weekOf } from './week.ts'

const numbers = new Intl.NumberFormat('el', { maximumFractionDigits: 4 })
export const figure = (decimal: string) => numbers.format(decimal as `${number}`)

/** "Α, Β ή Γ" */
export function joined(names: readonly string[], by: 'ή' | 'και'): string {
  const [last = '', ...others] = names.toReversed()
  return others.length === 0 ? last : `${others.toReversed().join(', ')} ${by} ${last}`
}

export const either = (names: readonly string[]) => joined(names, 'ή')
const upTo = (cap: string | undefined) => (cap === undefined ? '' : ` (έως ${cap})`)
export const count = (number: number, one: string, many: string) =>
  `${figure(String(number))} ${number === 1 ? one : many}`
export const pieces = (number: string) => `${number} ${number === '1' ? 'τεμάχιο' : 'τεμάχια'}`

export function range({ least, most }: Range): string {
  if (least !== undefined && most !== undefined) return `από ${least} έως ${most}`
  return least === undefined ? `έως ${most ?? ''}` : `από ${least} και άνω`
}

const DAYS = ['Κυριακή', 'Δευτέρα', 'Τρίτη', 'Τετάρτη', 'Πέμπτη', 'Παρασκευή', 'Σάββατο']
const MONTHS = [
  'Ιανουάριο',
  'Φεβρουάριο',
  'Μάρτιο',
  'Απρίλιο',
  'Μάιο',
  'Ιούνιο',
  'Ιούλιο',
  'Αύγουστο',
  'Σεπτέμβριο',
  'Οκτώβριο',
  'Νοέμβριο',
  'Δεκέμβριο',
]

/** Of the week from its Monday on: "κάθε Σάββατο και Κυριακή", "Δευτέρα έως Παρασκευή". */
function weekdays(days: readonly number[]): string {
  const week = weekOf(days)
  const names = week.days.map((day) => DAYS[day - 1] ?? '')
  return week.isRun ? `${names.at(0)} έως ${names.at(-1)}` : `κάθε ${joined(names, 'και')}`
}

export function timings(windows: readonly Timing[]): string {
  return either(windows.map(openingHours))
}

function openingHours({ days, months, start_time, end_time }: Timing): string {
  const said = [
    ...(days ? [weekdays(days)] : []),
    ...(months
      ? [
          `τον ${joined(
            months.map((month) => MONTHS[month - 1] ?? ''),
            'και',
          )}`,
        ]
      : []),
    ...(start_time || end_time ? [`από ${start_time ?? '00:00'} έως ${end_time ?? '24:00'}`] : []),
  ]
  return said.length > 0 ? said.join(' ') : 'οποιαδήποτε ώρα'
}

/** As it is announced over a shop's own signs; other codes are names that the shop gave. */
const TENDERS: Readonly<Record<string, string>> = { CASH: 'μετρητά', CARD: 'κάρτα' }
const CHANNELS: Readonly<Record<string, string>> = { POS: 'ταμείου', ONLINE: 'διαδικτύου' }

export function means(tenders: readonly string[], cards: readonly string[]): string {
  return either([
    ...tenders.map((type) => TENDERS[type] ?? type),
    ...cards.map((digits) => `κάρτα ${digits}…`),
  ])
}

export const channels = (names: readonly string[]) => either(names.map((name) => CHANNELS[name] ?? name))

const inGroups = (codes: readonly string[]) =>
  `${codes.length === 1 ? 'της ομάδας' : 'των ομάδων'} ${either(codes)}`

export function groups(anyOf: readonly string[] | undefined, noneOf: readonly string[] | undefined): string {
  if (!anyOf) return `εκτός ${inGroups(noneOf ?? [])}`
  return `${inGroups(anyOf)}${noneOf ? `, αλλά όχι ${inGroups(noneOf)}` : ''}`
}

export function signedUp({ days, from, before }: SignedUp): string {
  return joined(
    [
      ...(days === undefined
        ? []
        : [`πριν από ${days === 1 ? 'λιγότερο' : 'λιγότερες'} από ${count(days, 'ημέρα', 'ημέρες')}`]),
      ...(from === undefined ? [] : [`από ${from} και μετά`]),
      ...(before === undefined ? [] : [`πριν από ${before}`]),
    ],
    'και',
  )
}

const FEASTS = {
  BIRTHDAY: { on: 'στα γενέθλια', of: 'των γενεθλίων', from: 'τα γενέθλια' },
  NAME_DAY: { on: 'στην ονομαστική εορτή', of: 'της ονομαστικής εορτής', from: 'την ονομαστική εορτή' },
} as const
const DURING = { WEEK: 'την εβδομάδα', MONTH: 'τον μήνα' } as const

export function celebrated({ occasion, during, before, after }: Celebrated): string {
  const name = FEASTS[occasion]
  const days = (number: number) => count(number, 'ημέρα', 'ημέρες')
  if (during !== 'DAY') return `${DURING[during]} ${name.of}`
  if (before > 0 && after > 0) return `από ${days(before)} πριν έως ${days(after)} μετά ${name.from}`
  if (before > 0) return `${name.on} ή έως ${days(before)} πριν`
  return after > 0 ? `${name.on} ή έως ${days(after)} μετά` : name.on
}

export function bundle(items: readonly Item[]): string {
  const all = joined(
    items.map(({ pieces: number, of }) => `${pieces(number)} από ${of}`),
    'και',
  )
  return items.length > 1 ? `${all} μαζί` : all
}

const PICKED = {
  CHEAPEST: { one: 'φθηνότερο', many: 'φθηνότερα', ofOne: 'φθηνότερου', ofMany: 'φθηνότερων' },
  DEAREST: { one: 'ακριβότερο', many: 'ακριβότερα', ofOne: 'ακριβότερου', ofMany: 'ακριβότερων' },
} as const

/** The pieces as what is given, what it is given on, and what its price is of. */
function picked({ pick, quantity, every, of }: Pieces, as: 'given' | 'on' | 'of'): string {
  const { one, many, ofOne, ofMany } = PICKED[pick]
  const isOne = quantity === '1'
  const said = {
    given: isOne ? `το ${one} τεμάχιο` : `τα ${quantity} ${many} τεμάχια`,
    on: isOne ? `στο ${one} τεμάχιο` : `στα ${quantity} ${many} τεμάχια`,
    of: isOne ? `του ${ofOne} τεμαχίου` : `των ${quantity} ${ofMany} τεμαχίων`,
  }[as]
  return `${said}${every === undefined ? '' : ` ανά ${every}`}${of === undefined ? '' : ` από ${of}`}`
}

const OFTEN: Readonly<Record<Period, string>> = {
  DAY: ' την ημέρα',
  WEEK: ' την εβδομάδα',
  MONTH: ' τον μήνα',
  YEAR: ' τον χρόνο',
  EVER: '',
}
const WITHIN: Readonly<Record<Period, string>> = {
  DAY: ' την ίδια ημέρα',
  WEEK: ' την ίδια εβδομάδα',
  MONTH: ' τον ίδιο μήνα',
  YEAR: ' την ίδια χρονιά',
  EVER: '',
}
const WHOSE = {
  per_contact: 'Για κάθε πελάτη',
  per_venue: 'Σε κάθε κατάστημα',
  per_period: 'Για όλους μαζί',
} as const
const GOODS = {
  SKU: 'προϊόν με κωδικό',
  FAMILY: 'προϊόντα οικογένειας',
  BRAND: 'προϊόντα μάρκας',
  TYPE: 'προϊόντα τύπου',
}
const UNITS: Readonly<Record<Validity['unit'], readonly [one: string, many: string]>> = {
  HOURS: ['ώρα', 'ώρες'],
  DAYS: ['ημέρα', 'ημέρες'],
  WEEKS: ['εβδομάδα', 'εβδομάδες'],
  MONTHS: ['μήνα', 'μήνες'],
  YEARS: ['χρόνο', 'χρόνια'],
}

/** "την 1η Μαρτίου 2026", "τις 2 Μαρτίου 2026" */
export function dayNamed(at: Date, timeZone: string): string {
  const text = dayText(at, { language: 'el', timeZone })
  return text.startsWith('1 ') ? `την 1η${text.slice(1)}` : `τις ${text}`
}

export const greek: Words = {
  money: (minor, currency) => moneyText(money(minor, currency), 'el'),
  figure,
  percent: (number) => `${number}%`,
  either,
  some: (names, more) => `${names.join(', ')} ή ${figure(String(more))} ακόμη`,
  target: (type, called) => {
    if (type === 'SKU' && 'name' in called) return called.name
    return `${GOODS[type]} ${'name' in called ? called.name : called.code}`
  },
  earn: (parts) => `Κερδίστε ${parts.join(' ')}.`,
  deeds: {
    SIGN_UP: 'με την εγγραφή',
    PROFILE: 'με τη συμπλήρωση του προφίλ',
    REFERRAL: 'για τη σύσταση φίλου που εγγράφεται',
    ACHIEVEMENT: 'για ένα επίτευγμα',
    BIRTHDAY: 'ως δώρο γενεθλίων',
    NAME_DAY: 'ως δώρο ονομαστικής εορτής',
  },
  base: ({ tax, discount }) => {
    const before = [
      ...(tax ? ['πριν από τον ΦΠΑ'] : []),
      ...(discount ? ['πριν από την έκπτωση του ταμείου'] : []),
    ]
    return `Υπολογίζεται στις τιμές ${joined(before, 'και')}.`
  },
  members: (scheme) => `Για μέλη του προγράμματος ${scheme}.`,
  quota: (of, { uses, amount, period }) => {
    const most = [
      ...(uses === undefined ? [] : [count(uses, 'φορά', 'φορές')]),
      ...(amount === undefined ? [] : [amount]),
    ]
    return `${WHOSE[of]} έως ${joined(most, 'και')}${OFTEN[period]}.`
  },
  budget: (amount) => `Έως ${amount} συνολικά.`,
  spendAfter: ({ count: number, unit }) => `Για χρήση μετά από ${count(number, ...UNITS[unit])}.`,
  spendWithin: ({ count: number, unit }) => `Για χρήση μέσα σε ${count(number, ...UNITS[unit])}.`,
  returns: {
    KEEP: 'Αν επιστραφούν προϊόντα, διατηρείται όσο μένει κάποιο από αυτά.',
    REJUDGE: 'Αν επιστραφούν προϊόντα, υπολογίζεται ξανά για τα υπόλοιπα.',
  },
  progress: ({ of, target, period, isForAll, repeats }) => {
    const reached = {
      AMOUNT: `${target} σε αγορές`,
      VISITS: `${target}η αγορά`,
      QUANTITY: pieces(target),
    }[of]
    const everybody = isForAll ? ' από όλους τους πελάτες μαζί' : ''
    if (repeats) return `για κάθε ${reached}${WITHIN[period]}${everybody}`
    return `μία φορά${OFTEN[period]}, με ${of === 'VISITS' ? 'την ' : ''}${reached}${everybody}`
  },
  awards: {
    percentage: (rate, way, cap) => `${way === 'off' ? 'έκπτωση' : 'επιστροφή'} ${rate}${upTo(cap)}`,
    fixed: (amount, way) => (way === 'off' ? `έκπτωση ${amount}` : amount),
    perAmount: ({ amount, every, cap }, way) =>
      `${way === 'off' ? 'έκπτωση ' : ''}${amount} για κάθε ${every}${upTo(cap)}`,
    step: (given, way, from) => {
      const starts = from === undefined ? '' : ` για αγορές από ${from}`
      if ('amount' in given) return `${greek.awards.fixed(given.amount, way)}${starts}`
      return `${greek.awards.percentage(given.rate, way, given.cap)}${starts}`
    },
    product: ({ rate, cap, ...given }, way) => {
      const most = upTo(cap)
      if (way === 'off') {
        return rate === undefined
          ? `δωρεάν ${picked(given.pieces, 'given')}${most}`
          : `έκπτωση ${rate} ${picked(given.pieces, 'on')}${most}`
      }
      return `επιστροφή ${rate === undefined ? 'της αξίας' : `${rate} της αξίας`} ${picked(given.pieces, 'of')}${most}`
    },
  },
  conditions: {
    timings,
    amount: (between) => `για αγορές ${range(between)}`,
    channels: (names) => `μέσω ${channels(names)}`,
    classifications: (names) => `με ταξινόμηση ${either(names)}`,
    pass: (plans) => `με κουπόνι ${either(plans)}`,
    memberSince: (when) => `για πελάτες που εγγράφηκαν ${signedUp(when)}`,
    organisations: (names) => `${names.length === 1 ? 'στο κατάστημα' : 'στα καταστήματα'} ${either(names)}`,
    tiers: (names, { or_above, reached }) => {
      const named = `${names.length === 1 ? 'στη βαθμίδα' : 'στις βαθμίδες'} ${either(names)}`
      return reached ? `με την άνοδο ${named}` : `για πελάτες ${named}${or_above ? ' ή ψηλότερα' : ''}`
    },
    segments: (anyOf, noneOf) => `για πελάτες ${groups(anyOf, noneOf)}`,
    payment: (tenders, cards) => `για πληρωμή με ${means(tenders, cards)}`,
    occasion: celebrated,
    products: ({ of, but, pieces: least, worth }) => {
      const needed = [
        ...(least === undefined ? [] : [`τουλάχιστον ${least} από αυτά`]),
        ...(worth === undefined ? [] : [`αξίας τουλάχιστον ${worth}`]),
      ]
      const what = `σε ${of}${but === undefined ? '' : ` εκτός από ${but}`}`
      return needed.length > 0 ? `${what}, ${joined(needed, 'και')}` : what
    },
    bundle: (items, repeats) => `για ${repeats ? 'κάθε ' : ''}${bundle(items)}`,
    lottery: (oneIn) => `με πιθανότητα 1 στις ${oneIn}`,
  },
}
