import { formulaInGreek, type Reader, readEnglish, reasonInGreek } from '../../offers/index.ts'
import type { FindingCode } from './finding.ts'
import type { FindingReply } from './show-finding.ts'

const { amount, days, fixed, form, name, number, oneOf, targets, time, timings } = readEnglish

/** "Autumn" or "Winter": offers between marks, as Greek has them. */
const offers: Reader = (text) =>
  text
    .replaceAll(/"([^"]*)"/g, '«$1»')
    .replaceAll('» or «', '» ή «')
    .replaceAll('» and «', '» και «')

const whyNever = oneOf(
  fixed({
    'Its scheme is not in use, or is gone.': 'Το πρόγραμμά της δεν ισχύει ή δεν υπάρχει πια.',
    'All its places are closed.': 'Όλα τα καταστήματά της είναι κλειστά.',
    'None of its tiers exists any more.': 'Καμία από τις βαθμίδες της δεν υπάρχει πια.',
    'None of its pass plans is in use.': 'Καμία από τις σειρές κουπονιών της δεν ισχύει.',
    'Nothing fulfils all its conditions.': 'Τίποτα δεν πληροί όλους τους όρους της.',
    'There is no open place where anybody could buy.':
      'Δεν υπάρχει ανοιχτό κατάστημα για να αγοράσει κάποιος.',
    'Whatever fulfils it is awarded nothing.': 'Ό,τι πληροί τους όρους της δεν επιβραβεύεται με τίποτα.',
    'It has ended, and what has ended never runs again.': 'Τελείωσε, και ό,τι τελείωσε δεν τρέχει ξανά.',
  }),
  form(/^It is over since (.+)\.$/, [time], (at) => `Έληξε ${at}.`),
)

/** What the nearest basket lacks, in the words of its reason. */
const never: Reader = (text) => {
  const [, why = text, condition, seen, needed] =
    /^(.+?) The nearest basket fails at (\w+): (.+?), needed (.+)\.$/.exec(text) ?? []
  const said = whyNever(why)
  if (said === undefined || condition === undefined || seen === undefined || needed === undefined) return said
  const reason = reasonInGreek({ condition, seen, needed })
  return `${said} Το πλησιέστερο καλάθι: ${reason.seen}· χρειάζεται: ${reason.needed}.`
}

interface Noun {
  readonly none: string
  readonly all: string
}

/** What may be named, as the sentence has it in the singular and in the plural. */
const NAMED: Readonly<Record<string, Noun>> = {
  product: {
    none: 'Κανένα προϊόν που αναφέρει δεν είναι γνωστό',
    all: 'Δεν είναι γνωστά όλα τα προϊόντα που αναφέρει',
  },
  segment: {
    none: 'Καμία ομάδα που αναφέρει δεν είναι γνωστή',
    all: 'Δεν είναι γνωστές όλες οι ομάδες που αναφέρει',
  },
  classification: {
    none: 'Καμία ταξινόμηση που αναφέρει δεν είναι γνωστή',
    all: 'Δεν είναι γνωστές όλες οι ταξινομήσεις που αναφέρει',
  },
  tier: {
    none: 'Καμία βαθμίδα που αναφέρει δεν είναι γνωστή',
    all: 'Δεν είναι γνωστές όλες οι βαθμίδες που αναφέρει',
  },
  'pass plan': {
    none: 'Καμία σειρά κουπονιών που αναφέρει δεν είναι γνωστή',
    all: 'Δεν είναι γνωστές όλες οι σειρές κουπονιών που αναφέρει',
  },
}

const unknown: Reader = (text) => {
  const [, how, what = '', list = '', more] =
    /^(No|Not every) (.+?) that it names is known: (.+?)(?: and (\d+) more)?\.$/.exec(text) ?? []
  const noun = NAMED[what]
  if (!noun) return undefined
  const named = list.split(', ').map((each) => targets(each) ?? each)
  return `${how === 'No' ? noun.none : noun.all}: ${named.join(', ')}${more === undefined ? '' : ` και ${more} ακόμη`}.`
}

const always = form(
  /^Every purchase is awarded, whatever it is: (.+) of anything gives (.+)\.$/,
  [amount, amount],
  (total, given) => `Κάθε αγορά επιβραβεύεται, όποια κι αν είναι: οτιδήποτε αξίας ${total} δίνει ${given}.`,
)

const masked = form(
  /^Whatever it is for is awarded by (.+) instead, such as (\S+ [A-Z]{3}) where this gives (.+)\.$/,
  [offers, amount, amount],
  (names, theirs, own) =>
    `Για ό,τι ισχύει, δίνει αντί γι’ αυτήν η προσφορά ${names}, για παράδειγμα ${theirs} εκεί που αυτή δίνει ${own}.`,
)

const paysMore = form(
  /^A basket for (\S+ [A-Z]{3}) is given (\S+ [A-Z]{3}) by (.+?)(, if the goods that are named can be that cheap)?\.$/,
  [amount, amount, oneOf(fixed({ it: 'αυτήν' }), offers), name],
  (cost, given, by, cheap) =>
    `Ένα καλάθι αξίας ${cost} παίρνει ${given} από ${by}${cheap === '' ? '' : ', αν τα προϊόντα που αναφέρει μπορούν να κοστίζουν τόσο λίγο'}.`,
)

const often = oneOf(
  fixed({ 'once in each period': 'μία φορά σε κάθε περίοδο' }),
  form(/^(\d+) times here, and again$/, [number], (times) => `${times} φορές εδώ, και ξανά`),
)

const farmable = oneOf(
  form(
    /^Who reaches the (goal|tier) and gives back what led there keeps (.+) on goods for (\S+ [A-Z]{3}), (.+)\.$/,
    [fixed({ goal: 'τον στόχο', tier: 'τη βαθμίδα' }), amount, amount, often],
    (goal, kept, goods, times) =>
      `Όποιος φτάνει ${goal} και επιστρέφει ό,τι τον οδήγησε εκεί κρατά ${kept} για προϊόντα αξίας ${goods}, ${times}.`,
  ),
  form(
    /^(\d+) invented (friends who sign up|sign-ups with new addresses) are given (.+), and nothing ends it\. (.+) bounds it\.$/,
    [
      number,
      fixed({
        'friends who sign up': 'επινοημένοι φίλοι που εγγράφονται',
        'sign-ups with new addresses': 'επινοημένες εγγραφές με νέες διευθύνσεις',
      }),
      amount,
      fixed({
        'A limit for each contact': 'ένα όριο για κάθε πελάτη',
        'A budget, or a limit for all together,': 'ένας προϋπολογισμός ή ένα όριο για όλους μαζί',
      }),
    ],
    (times, what, given, remedy) =>
      `${times} ${what} παίρνουν ${given}, και τίποτα δεν το σταματά. Το περιορίζει ${remedy}.`,
  ),
  form(
    /^Who buys enough and gives most of it back keeps (.+) on goods for (.+), which alone are given (.+)\.$/,
    [amount, amount, amount],
    (kept, goods, alone) =>
      `Όποιος αγοράζει αρκετά και επιστρέφει τα περισσότερα κρατά ${kept} για προϊόντα αξίας ${goods}, που μόνα τους παίρνουν ${alone}.`,
  ),
  form(
    /^One basket for (.+) is given (.+); paid in (\d+) parts it is given (.+)\. A limit for each contact ends this\.$/,
    [amount, amount, number, amount],
    (goods, once, parts, given) =>
      `Ένα καλάθι αξίας ${goods} παίρνει ${once}· αν πληρωθεί σε ${parts} μέρη, παίρνει ${given}. Το σταματά ένα όριο για κάθε πελάτη.`,
  ),
)

const hour = (says: string, from: string) =>
  form(
    new RegExp(
      `^(.+) of ([\\d-]+(?: and [\\d-]+)*) in (\\S+) ${says}: the clock goes ${from} (\\S+) to (\\S+)\\.$`,
    ),
    [timings, days, name, name, name],
    (window, on, zone, before, after) =>
      says === 'never comes'
        ? `Το διάστημα ${window}, ${on} (${zone}), δεν έρχεται ποτέ: το ρολόι πάει από τις ${before} στις ${after}.`
        : `Το διάστημα ${window}, ${on} (${zone}), έρχεται δύο φορές: το ρολόι γυρίζει από τις ${before} στις ${after}.`,
  )

/** Every kind of finding that there is. */
const SAYS: Readonly<Record<FindingCode, Reader>> = {
  NEVER_FIRES: never,
  UNKNOWN_NAME: unknown,
  ALWAYS_FIRES: always,
  MASKED: masked,
  PAYS_MORE_THAN_BASKET: paysMore,
  FARMABLE: farmable,
  LOST_HOUR: hour('never comes', 'from'),
  DOUBLED_HOUR: hour('comes twice', 'back from'),
}

/** What is odd about an offer, with its examples, in Greek; what cannot be read stays as it was written. */
export function findingInGreek(finding: FindingReply): FindingReply {
  const { code, says, counter_example } = finding
  const { baskets, clock } = counter_example
  return {
    ...finding,
    says: saysInGreek(code, says),
    counter_example: {
      ...counter_example,
      baskets: baskets.map((basket) => ({
        ...basket,
        awards: basket.awards.map((award) => ({ ...award, says: formulaInGreek(award.says) })),
        refused: basket.refused.map(reasonInGreek),
      })),
      clock: clock && { ...clock, window: timings(clock.window) ?? clock.window },
    },
  }
}

export function saysInGreek(code: FindingCode, says: string): string {
  return SAYS[code](says) ?? says
}
