import type { english } from '../en/index.ts'
import type { Told } from '../told.ts'

type Of<Name extends keyof typeof english> = Told<(typeof english)[Name]>

export const managed: Of<'managed'> = {
  name: 'Όνομα',
  description: 'Περιγραφή',
  state: 'Κατάσταση',
  states: { ACTIVE: 'Ενεργό', INACTIVE: 'Ανενεργό' },
  acts: 'Αλλαγή ή διαγραφή',
  keep: 'Αποθήκευση',
  kept: (name) => `Αποθηκεύτηκε: ${name}.`,
  change: (name) => `Αλλαγή: ${name}`,
  delete: (name) => `Διαγραφή: ${name}`,
  deleteAct: 'Διαγραφή',
  deleteMeans: 'Διαγράφεται μόνο ό,τι δεν χρησιμοποιείται πουθενά.',
  deleted: (name) => `Διαγράφηκε: ${name}.`,
  pages: 'Σελίδες',
}

export const schemes: Of<'schemes'> = {
  names: {
    caption: 'Προγράμματα επιβράβευσης, τα νεότερα πρώτα',
    create: 'Νέο πρόγραμμα',
    none: 'Κανένα πρόγραμμα ακόμα',
    noneMeans:
      'Ένα πρόγραμμα συγκεντρώνει προσφορές για όσους συμμετέχουν: όλους, όσους εγγράφονται, ή έναν κλειστό κύκλο.',
  },
  signUp: 'Ποιοι συμμετέχουν',
  options: {
    AUTO_SIGN_UP: 'Όλοι όσοι δεν αποχώρησαν',
    SELF_SIGN_UP: 'Όσοι εγγράφονται',
    CLOSE_LOOP_SIGN_UP: 'Κλειστός κύκλος',
  },
  method: 'Φαίνεται από',
  methods: { CODE: 'έναν κωδικό', EMAIL_DOMAIN: 'τη διεύθυνση e-mail' },
  domains: 'Τομείς διευθύνσεων e-mail',
  domainsHint: 'Όπως acme.example. Περισσότεροι με κόμματα ανάμεσα.',
  active: 'Ενεργό: οι προσφορές του είναι για τα μέλη του',
  codes: 'Κωδικοί',
  codesOf: (name) => `Κωδικοί εγγραφής: ${name}`,
  codesMean: 'Καθένας δέχεται έναν πελάτη. Φτιάχνονται εδώ και μοιράζονται.',
  count: 'Πόσοι',
  makeCodes: 'Δημιουργία κωδικών',
}

export const tiers: Of<'tiers'> = {
  names: {
    caption: 'Βαθμίδες επιβράβευσης, οι νεότερες πρώτα',
    create: 'Νέα βαθμίδα',
    none: 'Καμία βαθμίδα ακόμα',
    noneMeans:
      'Όποιος ξοδεύει αρκετά σε μια περίοδο ανήκει σε μια βαθμίδα, και προσφορές μπορεί να είναι μόνο για αυτήν.',
  },
  programme: 'Πώς μετρούν οι αγορές για βαθμίδες',
  counts: (rate, currency, period) =>
    `${rate} ${rate === '1' ? 'μονάδα' : 'μονάδες'} για κάθε ${currency}, με μέτρηση ${period}.`,
  noProgramme: 'Δεν μετρά τίποτα ακόμα, οπότε κανείς δεν ανήκει σε βαθμίδα.',
  setProgramme: 'Ορισμός της μέτρησης',
  programmeMeans: 'Ισχύει αμέσως, και για όσα ξοδεύτηκαν πριν.',
  programmeKept: 'Οι αγορές μετρούν έτσι από τώρα.',
  rate: (currency) => `Μονάδες για κάθε ${currency}`,
  period: 'Μετρά',
  periodHint: 'Μια βαθμίδα κρατά έως το τέλος της περιόδου μετά από εκείνη στην οποία κερδήθηκε.',
  periods: { MONTH: 'ανά μήνα', QUARTER: 'ανά τρίμηνο', YEAR: 'ανά έτος', EVER: 'για πάντα' },
  units: 'Μονάδες',
  unitsHint: 'Κερδίζεται με τόσες ή περισσότερες. Με 0 είναι η βαθμίδα όλων.',
  benefits: 'Προνόμια',
  benefitsHint: 'Τι υπόσχεστε σε όσους την έχουν, με δικά σας λόγια. Τι παίρνουν το λένε οι προσφορές.',
}

export const plans: Of<'plans'> = {
  names: {
    caption: 'Σειρές κουπονιών, οι νεότερες πρώτα',
    create: 'Νέα σειρά κουπονιών',
    none: 'Καμία σειρά κουπονιών ακόμα',
    noneMeans:
      'Τα κουπόνια μιας σειράς ανοίγουν προσφορές ή βάζουν χρήματα στο πορτοφόλι: εκπτωτικά, δωροκάρτες, φορτίσεις.',
  },
  kind: 'Για',
  kindHint: 'Μένει όπως φτιάχτηκε.',
  kinds: { PROMOTION: 'άνοιγμα προσφορών', GIFT: 'δώρο χρημάτων', TOPUP: 'φόρτιση' },
  value: 'Αξία',
  between: (least, most) => `${least} έως ${most}`,
  fixed: 'Όλα τα κουπόνια έχουν την ίδια αξία',
  least: 'Τουλάχιστον',
  most: 'Το πολύ',
  pool: 'Ξοδεύονται',
  open: 'παντού, ως ελεύθερα χρήματα',
  codeType: 'Κωδικοί',
  codeTypes: { SINGLE: 'κάθε κουπόνι έχει δικό του', MULTIPLE: 'ένας για όλους' },
  uses: 'Χρήσεις ενός κουπονιού',
  usesHint: 'Κενό: χωρίς όριο.',
  usesEach: 'Χρήσεις από κάθε πελάτη',
  validity: 'Ισχύει',
  validities: { ALWAYS: 'πάντα', PERIOD: 'για ένα διάστημα', DATE: 'έως μια ημέρα' },
  period: (number, unit) => `${number} ${unit}`,
  until: (day) => `έως ${day}`,
  units: { DAYS: 'ημέρες', MONTHS: 'μήνες', YEARS: 'έτη' },
  count: 'Για τόσες',
  unit: 'Μονάδα',
  date: 'Έως',
  active: 'Ενεργή: τα κουπόνια της χρησιμοποιούνται',
}

export const pools: Of<'pools'> = {
  names: {
    caption: 'Ομάδες χρήσης, οι νεότερες πρώτα',
    create: 'Νέα ομάδα χρήσης',
    none: 'Καμία ομάδα χρήσης ακόμα',
    noneMeans: 'Μια ομάδα χρήσης λέει πού, πότε και σε τι ξοδεύονται χρήματα επιβράβευσης.',
  },
  means:
    'Οι περιορισμοί ισχύουν αμέσως, και για χρήματα που δόθηκαν πριν· η διάρκεια ισχύει για όσα δίνονται από τώρα.',
  where: 'Πού',
  what: 'Σε τι',
  long: 'Για πόσο',
  everywhere: 'παντού',
  everything: 'όλα',
  forEver: 'για πάντα',
  switched: 'Οι πελάτες την ενεργοποιούν πριν ξοδέψουν',
}
