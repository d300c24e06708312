import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { count, many } from './counting.ts'

export const home: SomeTold<typeof english.home> = {
  title: 'Αρχική',
  whole: (what) => `${what} · όλη η επιχείρηση`,
  stats: {
    liability: 'Οφειλή προς πελάτες τώρα',
    report: 'Αναφορά',
    available: 'Από αυτά ξοδεύονται τώρα',
    payouts: 'Πληρωμές που εκκρεμούν',
    queue: 'Ουρά',
    debts: 'Οφειλές πελατών',
    debtsMean: 'εξοφλούνται πρώτα από όσα κερδίσουν',
  },
  sales: {
    sold: 'Πωλήσεις',
    today: {
      sales: 'Πωλήσεις σήμερα',
      awarded: 'Επιβραβεύσεις σήμερα',
      spent: 'Εξαργυρώσεις σήμερα',
      purchases: 'Αγορές σήμερα',
    },
    before: (what) => `${what} πριν από μία εβδομάδα`,
    count: (number) => count.format(number),
    byDay: 'Πωλήσεις ανά ημέρα',
    day: 'Ημέρα',
    summary: (purchases, days) =>
      `${many(purchases, 'αγορά', 'αγορές')} τις τελευταίες ${days} ημέρες· οι ακυρωμένες δεν μετρούν.`,
    none: 'Δεν πουλήθηκε τίποτα τις τελευταίες 28 ημέρες.',
  },
  liability: 'Οφειλή προς πελάτες ανά εβδομάδα',
  liabilitySummary: (amount) => `${amount} τώρα.`,
  noHistory:
    'Τίποτα δεν καταχωρίστηκε πριν από αυτήν την εβδομάδα· η καμπύλη αρχίζει με το τέλος της. Μια αγορά του παρελθόντος καταχωρίζεται όταν φτάσει, και οφείλεται από τότε.',
  week: 'Εβδομάδα έως',
  now: 'Τώρα',
  series: { commerce: 'Επιβραβεύσεις', open: 'Ελεύθερα' },
  due: {
    title: 'Πότε λήγουν όσα οφείλονται',
    none: 'Δεν οφείλεται τίποτα.',
    summary: (amount) => `${amount} στις επόμενες 30 ημέρες, αν δεν ξοδευτούν.`,
    when: 'Λήξη',
    bands: {
      ZERO_TO_THIRTY: '30 ημέρες',
      THIRTY_TO_SIXTY: '60 ημέρες',
      SIXTY_TO_NINETY: '90 ημέρες',
      NINETY_PLUS: 'Αργότερα',
      NEVER: 'Ποτέ',
    },
  },
  claims: {
    title: 'Αποδείξεις που διεκδικήθηκαν',
    none: 'Δεν πουλήθηκε τίποτα τις τελευταίες 12 εβδομάδες.',
    allNamed: 'Τις τελευταίες 12 εβδομάδες κάθε αγορά όρισε τον πελάτη της στο ταμείο.',
    summary: (claimed, unnamed) =>
      `Διεκδικήθηκαν: ${count.format(claimed)} από ${many(unnamed, 'απόδειξη', 'αποδείξεις')} χωρίς πελάτη τις τελευταίες 12 εβδομάδες.`,
    step: 'Βήμα',
    number: 'Αποδείξεις',
    unnamed: 'Χωρίς πελάτη',
    claimed: 'Διεκδικήθηκαν',
    held: 'Περιμένουν',
  },
  given: {
    title: 'Τι έδωσαν οι προσφορές τις τελευταίες 30 ημέρες',
    none: 'Καμία προσφορά δεν έδωσε κάτι τις τελευταίες 30 ημέρες.',
    offer: 'Προσφορά',
    awarded: 'Δόθηκαν',
    spent: 'Ξοδεύτηκαν',
  },
  latest: { title: 'Τελευταίες αγορές', all: 'Όλες', none: 'Καμία αγορά ακόμα.' },
  needs: {
    title: 'Σας χρειάζεται',
    nothing: 'Τίποτα δεν σας περιμένει.',
    nothingHere:
      'Τίποτα δεν σας περιμένει εδώ. Διεκδικήσεις και παραγγελίες άλλων καταστημάτων δεν μετρούνται.',
    each: {
      payouts: (number) => many(number, 'πληρωμή απέτυχε', 'πληρωμές απέτυχαν'),
      unknownPayouts: (number) => `${many(number, 'πληρωμή', 'πληρωμές')} που κανείς δεν ξέρει αν πληρώθηκαν`,
      adjustments: (number) => `${many(number, 'διόρθωση περιμένει', 'διορθώσεις περιμένουν')} δεύτερο άτομο`,
      claims: (number) =>
        `${many(number, 'απόδειξη που διεκδικήθηκε περιμένει', 'αποδείξεις που διεκδικήθηκαν περιμένουν')} απόφαση`,
      orders: (number) => `${many(number, 'παραγγελία περιμένει', 'παραγγελίες περιμένουν')} να αρχίσουν`,
      webhooks: (number) => `${many(number, 'webhook σταμάτησε', 'webhooks σταμάτησαν')} επειδή δεν απαντά`,
      syncs: (number) => many(number, 'εισαγωγή απέτυχε', 'εισαγωγές απέτυχαν'),
      keys: (number) => `${many(number, 'κλειδί λήγει', 'κλειδιά λήγουν')} σε δύο εβδομάδες`,
    },
  },
  steps: {
    title: 'Πρώτα βήματα',
    tickedBy: (call) => call,
    each: {
      key: 'Φτιάξτε ένα κλειδί',
      purchase: 'Στείλτε την πρώτη αγορά',
      webhook: 'Συνδέστε ένα webhook',
      offer: 'Δημιουργήστε μια προσφορά',
      colleague: 'Προσκαλέστε έναν συνεργάτη',
    },
  },
}
