import type { english } from '../en/index.ts'
import type { Told } from '../told.ts'
import { many } from './counting.ts'

const days = (number: number) => many(number, 'ημέρα', 'ημέρες')

const CHANNELS: Readonly<Record<string, string>> = { POS: 'ταμείου', ONLINE: 'διαδικτύου' }

/** The parts of an offer, each in a few words. */
export const said: Told<(typeof english)['said']> = {
  or: 'ή',
  instant: 'από την τιμή, αμέσως',
  deferred: 'στο πορτοφόλι, για αργότερα',
  budget: 'Προϋπολογισμός',
  noBudget: 'χωρίς προϋπολογισμό',
  noLimit: 'χωρίς όριο',
  notAsked: 'δεν ζητείται',
  atOnce: 'δεν μαζεύεται τίποτα: κάθε αγορά μετρά μόνη της',
  everyDay: 'κάθε ημέρα',
  inMonths: (names) => `μήνες ${names}`,
  span: (number, unit) => `${number} ${unit}`,
  percent: (rate) => `${rate} % της αγοράς`,
  atMost: (amount) => `, το πολύ ${amount}`,
  perAmount: (amount, every) => `${amount} για κάθε ${every}`,
  from: (given, from) => `${given} από ${from}`,
  pieces: ({ rate, pick, quantity, every, of }) =>
    [
      rate === '100' ? 'η τιμή για' : `${rate} % της τιμής για`,
      quantity === '1' ? pick : `${quantity} τεμάχια, ${pick}`,
      ...(every === undefined ? [] : [`στα ${every}`]),
      ...(of === undefined ? [] : [`από ${of}`]),
    ].join(' '),
  piecesOf: (quantity, of) => `${quantity} από ${of}`,
  range: (least, most) => {
    if (least !== undefined && most !== undefined) return `από ${least} έως ${most}`
    return least === undefined ? `το πολύ ${most ?? ''}` : `τουλάχιστον ${least}`
  },
  products: ({ of, but, pieces, worth }) =>
    [
      of,
      ...(but === undefined ? [] : [`αλλά όχι ${but}`]),
      ...(pieces === undefined ? [] : [`τουλάχιστον ${pieces} από αυτά`]),
      ...(worth === undefined ? [] : [`για τουλάχιστον ${worth}`]),
    ].join(', '),
  bundle: (items, repeats) =>
    `${items.join(' και ')}${items.length > 1 ? ' μαζί' : ''}${repeats ? ', για κάθε πλήρες σύνολο' : ''}`,
  at: (places) => `αγορά σε ${places}`,
  tiers: (names, { or_above, reached }) =>
    reached
      ? `η αγορά φτάνει τη βαθμίδα ${names}`
      : `ο πελάτης είναι σε ${names}${or_above ? ' ή ψηλότερα' : ''}`,
  pass: (names) => `με κουπόνι ${names}`,
  channels: (names) => `μέσω ${names.map((name) => CHANNELS[name] ?? name).join(' ή ')}`,
  classified: (names) => `με ταξινόμηση ${names}`,
  segments: (any, none) =>
    [...(any === undefined ? [] : [`σε ${any}`]), ...(none === undefined ? [] : [`όχι σε ${none}`])].join(
      ', ',
    ),
  paid: (means) => `πληρωμή με ${means}`,
  tenders: { CASH: 'μετρητά', CARD: 'κάρτα' },
  card: (digits) => `κάρτα ${digits}…`,
  member: (when) =>
    [
      ...(when.days === undefined ? [] : [`εγγραφή εδώ και λιγότερο από ${days(when.days)}`]),
      ...(when.from === undefined ? [] : [`εγγραφή από ${when.from}`]),
      ...(when.before === undefined ? [] : [`εγγραφή πριν από ${when.before}`]),
    ].join(', '),
  occasion: ({ name, during, before, after }) =>
    [
      `${name}: ${during.toLowerCase()}`,
      ...(before > 0 ? [`${days(before)} πριν`] : []),
      ...(after > 0 ? [`${days(after)} μετά`] : []),
    ].join(', '),
  lottery: (oneIn) => `κερδίζει μία αγορά στις ${oneIn}`,
  limit: ({ amount, uses, period }) =>
    [
      ...(amount === undefined ? [] : [`το πολύ ${amount} ${period}`]),
      ...(uses === undefined ? [] : [`το πολύ ${uses} φορές ${period}`]),
    ].join(', '),
  counted: (of, target) => (of === 'VISITS' ? `${target} επισκέψεις` : `${target} τεμάχια`),
  progress: ({ target, period, isForAll, repeats, isOnAll }) =>
    [
      `${target} ${period}`,
      isForAll ? 'από όλους τους πελάτες μαζί' : 'από κάθε πελάτη',
      repeats ? 'δίνεται κάθε φορά που συμπληρώνεται' : 'δίνεται μία φορά',
      ...(isOnAll ? ['υπολογίζεται σε όλα όσα μαζεύτηκαν'] : []),
    ].join(', '),
}
