import type { Reason } from '../../engine/index.ts'
import { bundle, celebrated, channels, means, pieces, range, signedUp } from './greek.ts'
import {
  amount,
  clock,
  each,
  fixed,
  form,
  name,
  names,
  number,
  oneOf,
  type Reader,
  targets,
  time,
  timings,
} from './read-english.ts'

/** How what was seen, and what was needed, is told of one reason why an offer gave nothing. */
interface Told {
  readonly seen: Reader
  readonly needed: Reader
}

const ranges = oneOf(
  form(/^from (.+) to (.+)$/, [amount, amount], (least, most) => range({ least, most })),
  form(/^at least (.+)$/, [amount], (least) => range({ least, most: undefined })),
  form(/^at most (.+)$/, [amount], (most) => range({ least: undefined, most })),
)

const signedUps: Reader = (text) => {
  const [, days] = /less than (\d+) days? ago/.exec(text) ?? []
  const [, from] = /from (\S+Z)/.exec(text) ?? []
  const [, before] = /before (\S+Z)/.exec(text) ?? []
  const said = (at: string | undefined) => (at === undefined ? undefined : time(at))
  return signedUp({
    days: days === undefined ? undefined : Number(days),
    from: said(from),
    before: said(before),
  })
}

const occasions: Reader = (text) => {
  const occasion = text.includes('birthday') ? 'BIRTHDAY' : 'NAME_DAY'
  const [, during = 'day'] = /^in the (week|month) of/.exec(text) ?? []
  const [, before = '0'] = /(\d+) days? before/.exec(text) ?? []
  const [, after = '0'] = /(\d+) days? after/.exec(text) ?? []
  const span = { day: 'DAY', week: 'WEEK', month: 'MONTH' } as const
  const known = during === 'week' || during === 'month' ? during : 'day'
  return celebrated({ occasion, during: span[known], before: Number(before), after: Number(after) })
}

const CARD = /^card (\d+)…$/
const payments = (by: ' or ' | ' and '): Reader => {
  const join = by === ' or ' ? ' ή ' : ' και '
  return (text) =>
    text
      .split(by)
      .map((each) => {
        const [, digits] = CARD.exec(each) ?? []
        return digits === undefined ? means([each], []) : means([], [digits])
      })
      .join(join)
}

const item = form(
  /^(-?\d+(?:\.\d+)?) of (.+)$/,
  [number, targets],
  (quantity, of) => `${pieces(quantity)} από ${of}`,
)
/** Items of a bundle; each stands with its pieces. */
const items: Reader = (text) => {
  const found = text.replace(/ together$/, '').split(/ and (?=\d+(?:\.\d+)? of )/)
  const read = found.flatMap((part) => {
    const [, quantity = '', of = ''] = /^(-?\d+(?:\.\d+)?) of (.+)$/.exec(part) ?? []
    const [said, goods] = [number(quantity), targets(of)]
    return said === undefined || goods === undefined ? [] : [{ pieces: said, of: goods }]
  })
  return read.length === found.length ? bundle(read) : undefined
}

const groupsOf = each(' or ', name, (codes) => `σε ομάδα ${codes.join(' ή ')}`)
const segments = oneOf(
  form(/^in (.+) but not in (.+)$/, [groupsOf, groupsOf], (any, none) => `${any}, αλλά όχι ${none}`),
  form(/^not in (.+)$/, [groupsOf], (none) => `όχι ${none}`),
  form(/^in (.+)$/, [groupsOf], (any) => any),
)

const counted = oneOf(
  amount,
  form(/^(-?\d+) purchases?$/, [number], (count) => `${count} ${count === '1' ? 'αγορά' : 'αγορές'}`),
  form(/^(-?\d+(?:\.\d+)?) pieces$/, [number], pieces),
)

const limit: Told = {
  seen: oneOf(
    form(/^(-?\d+) times used$/, [number], (uses) => `ήδη ${uses} ${uses === '1' ? 'φορά' : 'φορές'}`),
    form(/^(.+) used$/, [amount], (used) => `ήδη ${used}`),
  ),
  needed: oneOf(
    form(
      /^less than (\d+) times$/,
      [number],
      (most) => `λιγότερες από ${most} ${most === '1' ? 'φορά' : 'φορές'}`,
    ),
    form(/^less than (.+)$/, [amount], (most) => `λιγότερα από ${most}`),
  ),
}

/** Every reason that judging has. */
const REASONS: Readonly<Record<Reason, Told>> = {
  TIMINGS: { seen: clock, needed: timings },
  AMOUNT: { seen: amount, needed: ranges },
  CHANNELS: {
    seen: oneOf(fixed({ 'no channel named': 'δεν δηλώθηκε κανάλι' }), (text) => `μέσω ${channels([text])}`),
    needed: (text) => `μέσω ${channels(text.split(' or '))}`,
  },
  CLASSIFICATIONS: { seen: oneOf(fixed({ 'not classified': 'χωρίς ταξινόμηση' }), name), needed: names },
  PASS: {
    seen: oneOf(
      fixed({ 'no pass': 'χωρίς κουπόνι' }),
      form(/^pass (.+)$/, [name], (code) => `κουπόνι ${code}`),
    ),
    needed: form(/^a pass of (.+)$/, [names], (plans) => `κουπόνι ${plans}`),
  },
  MEMBER_SINCE: {
    seen: form(/^signed up (.+)$/, [time], (at) => `εγγραφή ${at}`),
    needed: (text) => `εγγραφή ${signedUps(text)}`,
  },
  ORGANISATIONS: { seen: name, needed: names },
  TIERS: {
    seen: fixed({
      'no tier': 'χωρίς βαθμίδα',
      'another tier': 'άλλη βαθμίδα',
      'no tier reached': 'δεν έφτασε σε βαθμίδα',
      'another tier reached': 'έφτασε σε άλλη βαθμίδα',
    }),
    needed: oneOf(
      form(/^on reaching (.+)$/, [names], (tiers) => `άνοδος στη βαθμίδα ${tiers}`),
      form(/^in (.+) or above$/, [names], (tiers) => `βαθμίδα ${tiers} ή ψηλότερα`),
      form(/^in (.+)$/, [names], (tiers) => `βαθμίδα ${tiers}`),
    ),
  },
  SEGMENTS: {
    seen: oneOf(
      fixed({ 'in none of them': 'σε καμία από αυτές' }),
      form(
        /^in (.+)$/,
        [each(' and ', name, (codes) => codes.join(' και '))],
        (codes) => `σε ομάδα ${codes}`,
      ),
    ),
    needed: segments,
  },
  PAYMENT: {
    seen: oneOf(fixed({ 'no means of payment named': 'δεν δηλώθηκε τρόπος πληρωμής' }), payments(' and ')),
    needed: payments(' or '),
  },
  OCCASION: {
    seen: oneOf(
      fixed({
        'birthday not known': 'άγνωστη ημερομηνία γέννησης',
        'name day not known': 'άγνωστη ονομαστική εορτή',
      }),
      form(/^on (.+)$/, [time], (day) => day),
    ),
    needed: occasions,
  },
  PRODUCTS: {
    seen: oneOf(fixed({ 'none of them': 'κανένα από αυτά' }), amount, number),
    needed: oneOf(
      targets,
      item,
      form(/^(\S+ [A-Z]{3}) of (.+)$/, [amount, targets], (worth, of) => `${worth} από ${of}`),
    ),
  },
  BUNDLE: {
    seen: form(/^(-?\d+(?:\.\d+)?) of (.+)$/, [number, targets], (count, of) => `${pieces(count)} από ${of}`),
    needed: items,
  },
  LOTTERY: {
    seen: oneOf(
      fixed({ 'drawn when the purchase is made': 'κληρώνεται όταν γίνει η αγορά' }),
      form(/^drew (\d+) of (\d+)$/, [number, number], (drawn, of) => `κληρώθηκε το ${drawn} από ${of}`),
    ),
    needed: number,
  },
  AVAILABILITY: {
    seen: time,
    needed: each(
      ' and ',
      oneOf(
        form(/^from (.+)$/, [time], (from) => `από ${from}`),
        form(/^before (.+)$/, [time], (to) => `πριν από ${to}`),
      ),
      (both) => both.join(' και '),
    ),
  },
  SCHEME: {
    seen: fixed({ 'not a member': 'δεν είναι μέλος' }),
    needed: form(/^membership of (.+)$/, [name], (scheme) => `μέλος του προγράμματος ${scheme}`),
  },
  PRICE_IS_OPEN: {
    seen: fixed({ 'claimed after it was paid': 'διεκδικήθηκε αφού πληρώθηκε' }),
    needed: fixed({ 'a price that is still to be paid': 'αγορά που δεν έχει πληρωθεί ακόμα' }),
  },
  GOAL: {
    seen: oneOf(
      fixed({ 'nothing that counts': 'τίποτα που να μετρά', 'awarded already': 'έχει ήδη δοθεί' }),
      counted,
    ),
    needed: oneOf(
      fixed({ 'something more that counts': 'κάτι ακόμα που να μετρά', 'a new period': 'νέα περίοδος' }),
      counted,
    ),
  },
  NOTHING_TO_EARN: {
    seen: amount,
    needed: fixed({
      'an amount that earns at least the smallest coin': 'ποσό που αποδίδει τουλάχιστον το μικρότερο νόμισμα',
    }),
  },
  BETTER_OFFER: {
    seen: oneOf(
      form(/^priority (\d+)$/, [number], (priority) => `προτεραιότητα ${priority}`),
      form(/^at most (.+)$/, [amount], (most) => `έως ${most}`),
      amount,
    ),
    needed: oneOf(
      fixed({ 'more than the offer that was awarded': 'περισσότερα από την προσφορά που δόθηκε' }),
      form(
        /^priority (\d+) or more, that of (.*)$/,
        [number, name],
        (priority, by) => `προτεραιότητα ${priority} ή μεγαλύτερη, όπως η προσφορά ${by}`,
      ),
      form(
        /^more than (\S+ [A-Z]{3}) of (.*)$/,
        [amount, name],
        (given, by) => `περισσότερα από ${given}, που δίνει η προσφορά ${by}`,
      ),
    ),
  },
  EXCLUSIVE_GROUP: {
    seen: form(/^discount of (.*)$/, [name], (by) => `έκπτωση της προσφοράς ${by}`),
    needed: fixed({ 'no discount of the same group': 'καμία έκπτωση της ίδιας ομάδας' }),
  },
  BUDGET: limit,
  PER_PERIOD_AMOUNT: limit,
  PER_PERIOD_USES: limit,
  PER_CONTACT_AMOUNT: limit,
  PER_CONTACT_USES: limit,
  PER_VENUE_AMOUNT: limit,
  PER_VENUE_USES: limit,
  PASS_USES: limit,
  PASS_USES_PER_CONTACT: limit,
  LEFT_TO_PAY: limit,
  BILL: limit,
}

export interface Refusal {
  readonly condition: string
  readonly seen: string
  readonly needed: string
}

/** A reason in Greek; what cannot be read of it stays as it was written. */
export function reasonInGreek<Told extends Refusal>(refused: Told): Told {
  const { condition, seen, needed } = refused
  if (!isReason(condition)) return refused
  const told = REASONS[condition]
  return { ...refused, seen: told.seen(seen) ?? seen, needed: told.needed(needed) ?? needed }
}

function isReason(condition: string): condition is Reason {
  return Object.hasOwn(REASONS, condition)
}

/** All of them, for whoever checks that none was left out. */
export const REASON_KINDS = Object.keys(REASONS)
