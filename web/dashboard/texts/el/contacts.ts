import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { many } from './counting.ts'

type Of<Name extends keyof typeof english> = SomeTold<(typeof english)[Name]>

export const contacts: Of<'contacts'> = {
  title: 'Πελάτες',
  find: 'Εύρεση πελάτη',
  findBy: 'Όνομα, τηλέφωνο, e-mail ή κωδικός',
  findHint: 'Πώς αρχίζει ένα όνομα, τηλέφωνο, e-mail ή κωδικός: 3 χαρακτήρες ή περισσότεροι.',
  clear: 'Καθαρισμός αναζήτησης',
  caption: 'Πελάτες και τα πορτοφόλια τους',
  found: (number, more) =>
    number === 0
      ? 'Δεν βρέθηκε πελάτης'
      : more
        ? `Περισσότεροι από ${many(number, 'πελάτης', 'πελάτες')}`
        : many(number, 'πελάτης', 'πελάτες'),
  columns: {
    contact: 'Πελάτης',
    phone: 'Τηλέφωνο ή e-mail',
    rewards: 'Επιβραβεύσεις',
    cash: 'Ελεύθερα',
    total: 'Υπόλοιπο',
  },
  pages: 'Σελίδες πελατών',
  empty: {
    title: 'Κανένας πελάτης ακόμα',
    text: 'Οι πελάτες εμφανίζονται όταν συνδέονται, όταν τους εγγράφει ένα ταμείο, ή με ένα αρχείο που εισάγεται.',
  },
  nothingFound: {
    title: (search) => `Κανείς δεν βρέθηκε για «${search}»`,
    text: 'Δοκιμάστε πώς αρχίζει το όνομα, ή ένα τηλέφωνο ή κωδικό όπως τον έδωσε ο πελάτης.',
  },
  names: { commerce: 'Επιβραβεύσεις', open: 'Ελεύθερα' },
}

export const wallet: Of<'wallet'> = {
  code: 'κωδικός πορτοφολιού',
  contactCode: 'κωδικός πελάτη',
  balance: 'Υπόλοιπο',
  owes: 'Οφείλει',
  owesMeans: 'Εξοφλείται πρώτο από όσα κερδηθούν.',
  blocked: 'Δεσμευμένα',
  blockedMeans: 'Κρατιούνται για μια παραγγελία μέχρι να ολοκληρωθεί ή να ακυρωθεί.',
  pages: 'Σελίδες κινήσεων',
  pools: (number) => `Τώρα ξοδεύονται οι επιβραβεύσεις από ${many(number, 'ομάδα', 'ομάδες')}.`,
  lots: 'Από τι αποτελείται',
  lotsCaption: 'Πιστώσεις με υπόλοιπο, όσες λήγουν νωρίτερα πρώτες',
  noLots: 'Δεν έμεινε τίποτα σε αυτό το πορτοφόλι.',
  lotColumns: { left: 'Μένουν', from: 'Από', expires: 'Λήγει' },
  of: 'από',
  cash: 'Ελεύθερο υπόλοιπο',
  credit: 'Πίστωση',
  never: 'ποτέ',
  states: {
    SPENDABLE: 'Διαθέσιμα',
    NOT_YET_AVAILABLE: 'Όχι ακόμα',
    NOT_ACTIVATED: 'Μη ενεργά',
    EXPIRED: 'Έληξαν',
  },
  expiries: {
    title: 'Λήξεις ανά μήνα',
    summary: (amount, month) => `${amount} τον ${month}, αν δεν ξοδευτούν.`,
    month: 'Μήνας',
  },
  exportWallet: 'Λήψη του πορτοφολιού',
  currency: 'Νόμισμα',
  at: 'Ώρα',
  pocket: 'Θήκη',
  receipt: 'Απόδειξη',
  transactions: 'Τελευταίες κινήσεις',
  transactionsCaption: 'Οι τελευταίες πιστώσεις και χρεώσεις',
  noTransactions: 'Τίποτα δεν κινήθηκε ακόμα σε αυτό το πορτοφόλι.',
  transactionColumns: { what: 'Τι', amount: 'Ποσό', after: 'Υπόλοιπο μετά' },
  types: {
    AWARD: 'Επιβράβευση',
    SPEND: 'Εξαργύρωση',
    PURCHASE_CANCELLATION: 'Ακύρωση ή επιστροφή',
    WALLET_BALANCE_EXPIRATION: 'Λήξη',
    TOP_UP: 'Φόρτιση',
    DEBT_REPAYMENT: 'Εξόφληση οφειλής',
    REDEEM: 'Έγιναν ελεύθερα',
    PASS_REDEMPTION: 'Εξαργύρωση κουπονιού',
    TRANSFER: 'Μεταφορά',
    PAYOUT: 'Πληρωμή',
    MANUAL_JOURNAL: 'Διόρθωση με το χέρι',
    USE_WALLET_FUNDS: 'Δεσμεύτηκαν για παραγγελία',
  },
  pockets: { CRMCOM: 'ελεύθερα', BUSINESS: 'ελεύθερα', BUSINESS_COMMERCE: 'επιβραβεύσεις' },
}

export const contact: Of<'contact'> = {
  open: 'Άνοιγμα πελάτη',
  parts: 'Μέρη του πελάτη',
  tabs: {
    activity: 'Δραστηριότητα',
    wallet: 'Πορτοφόλι',
    purchases: 'Αγορές',
    progress: 'Πρόοδος',
    adjustments: 'Διορθώσεις',
    messages: 'Μηνύματα',
  },
  activity: {
    title: 'Δραστηριότητα',
    purchase: (receipt) => `Αγορά ${receipt}`,
    order: (number) => `Παραγγελία ${number}`,
    act: (who) => `από: ${who}`,
    acts: {
      createContact: 'Εγγραφή',
      updateContact: 'Αλλαγή στοιχείων',
      mergeContacts: 'Συγχώνευση με άλλη εγγραφή',
      undoMerge: 'Χωρισμός από άλλη εγγραφή',
      exportContact: 'Εξαγωγή όλων των στοιχείων',
      revealContact: 'Προβλήθηκε τηλέφωνο, e-mail ή κάρτα',
      eraseContact: 'Διαγραφή',
      changeContactMembership: 'Αλλαγή συμμετοχής',
      setSpendPreferences: 'Αλλαγή αυτόματης εξαργύρωσης',
      createSpendToken: 'Κωδικός εξαργύρωσης',
      updateCommunicationPreferences: 'Αλλαγή επιλογών μηνυμάτων',
    },
    none: {
      title: 'Δεν έχει συμβεί ακόμα τίποτα',
      text: 'Αγορές, επιβραβεύσεις, παραγγελίες, μηνύματα και πράξεις του προσωπικού εμφανίζονται εδώ.',
    },
    all: (number) => `Και τα ${number}`,
    more: 'Τα παλαιότερα είναι στις άλλες καρτέλες.',
  },
  progress: {
    pages: 'Σελίδες προσφορών',
    offer: 'Προσφορά',
    of: { AMOUNT: 'Ξόδεψε', VISITS: 'Αγορές', QUANTITY: 'Τεμάχια' },
    stands: (counted, target) => `${counted} από ${target}`,
    missing: (missing) => `Μένουν ${missing}.`,
    over: 'Επιτεύχθηκε.',
    reached: (times) => (times === 1 ? 'Επιτεύχθηκε μία φορά.' : `Επιτεύχθηκε ${times} φορές.`),
    until: (day) => `Μετρά έως ${day}.`,
    none: {
      title: 'Καμία προσφορά για συλλογή',
      text: 'Οι προσφορές που χρειάζονται πολλές αγορές δείχνουν εδώ πόσο έχει προχωρήσει ο πελάτης.',
    },
  },
  wishes: {
    name: 'Μηνύματα',
    email: 'e-mail',
    noEmail: 'χωρίς e-mail',
    push: 'ειδοποιήσεις',
    noPush: 'χωρίς ειδοποιήσεις',
  },
  who: 'Ποιος είναι',
  code: 'Κωδικός πελάτη',
  walletCode: 'Κωδικός πορτοφολιού',
  phone: 'Τηλέφωνο',
  email: 'E-mail',
  card: 'Κάρτα πιστότητας',
  reveal: {
    show: 'Εμφάνιση',
    hide: 'Απόκρυψη',
    told: (what) =>
      `${what}: φαίνεται ολόκληρο ώσπου να φύγετε από τη σελίδα· γράφεται στο ημερολόγιο ενεργειών.`,
  },
  birthday: 'Γενέθλια',
  segments: 'Ομάδες',
  since: 'Γνωστός από',
  adjust: 'Διόρθωση υπολοίπου',
  merge: 'Συγχώνευση',
  erase: 'Διαγραφή',
  export: 'Εξαγωγή',
  exported: 'Το αντίγραφο όλων όσων κρατούνται για τον πελάτη αποθηκεύτηκε σε αρχείο.',
  noPurchases: { title: 'Καμία αγορά ακόμα', text: 'Ό,τι αγοράζει ο πελάτης εμφανίζεται εδώ.' },
  messages: {
    caption: 'Μηνύματα, τα νεότερα πρώτα',
    pages: 'Σελίδες μηνυμάτων',
    subject: 'Μήνυμα',
    channel: 'Κανάλι',
    state: 'Κατάσταση',
    channels: { INAPP: 'Στην εφαρμογή', EMAIL: 'E-mail', DEVICE: 'Ειδοποίηση', SMS: 'SMS' },
    states: { PENDING: 'Περιμένει', COMPLETED: 'Στάλθηκε', REJECTED: 'Δεν στάλθηκε' },
    none: 'Κανένα μήνυμα ακόμα',
    noneMeans: 'Ό,τι γράφεται στον πελάτη, στην εφαρμογή ή με e-mail, βρίσκεται εδώ.',
  },
}

export const adjustments: Of<'adjustments'> = {
  caption: 'Διορθώσεις με το χέρι, οι νεότερες πρώτα',
  columns: { reason: 'Λόγος', amount: 'Ποσό', state: 'Κατάσταση' },
  states: { PENDING_APPROVAL: 'Περιμένει έγκριση', POSTED: 'Καταχωρίστηκε', REJECTED: 'Απορρίφθηκε' },
  none: 'Καμία διόρθωση',
  noneMeans: 'Κανείς δεν διόρθωσε αυτό με το χέρι.',
}

export const adjust: Of<'adjust'> = {
  title: 'Διόρθωση του υπολοίπου',
  action: 'Καταχώριση της διόρθωσης',
  now: 'Στο πορτοφόλι τώρα:',
  means:
    'Μια διόρθωση είναι δική της εγγραφή στα βιβλία και λέει ποιος την έκανε. Πάνω από το όριο της επιχείρησης περιμένει δεύτερο άτομο.',
  type: 'Τι',
  types: { CREDIT: 'Πίστωση', DEBIT: 'Χρέωση', DEBT_RELIEF: 'Διαγραφή οφειλής' },
  amount: 'Ποσό',
  pocket: 'Θήκη',
  reason: 'Λόγος',
  reasonHint: 'Τον διαβάζει όποιος κοιτάξει αργότερα τα βιβλία.',
  done: 'Η διόρθωση καταχωρίστηκε.',
  waits: 'Η διόρθωση περιμένει την έγκριση δεύτερου ατόμου.',
}

export const merge: Of<'merge'> = {
  title: (name) => `Συγχώνευση άλλης εγγραφής με: ${name}`,
  means: (name) =>
    `Χρήματα, στοιχεία, αγορές, συμμετοχές και μετρητές της άλλης εγγραφής περνούν σε: ${name}. Αναιρείται ώσπου να κινηθούν χρήματα ή να γίνει αγορά.`,
  find: 'Εύρεση της άλλης εγγραφής',
  other: 'Η άλλη εγγραφή',
  choose: 'Επιλέξτε…',
  nobody: 'Δεν βρέθηκε κανείς άλλος',
  action: 'Συγχώνευση',
  done: 'Οι δύο εγγραφές έγιναν μία.',
  undo: 'Αναίρεση',
  undone: 'Είναι ξανά δύο εγγραφές.',
}

export const erase: Of<'erase'> = {
  title: (name) => `Διαγραφή: ${name};`,
  means:
    'Ονόματα, αναγνωριστικά, διευθύνσεις, μηνύματα, συσκευές και τρόποι πληρωμής χάνονται οριστικά. Αγορές και βιβλία μένουν, με id που δεν οδηγούν σε κανέναν.',
  leaveMoney: 'Διαγραφή ακόμα κι αν έμειναν χρήματα, που χάνονται τότε για τον πελάτη',
  action: 'Οριστική διαγραφή',
  done: 'Ο πελάτης διαγράφηκε.',
}
