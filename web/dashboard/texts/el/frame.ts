import { rolesWith } from '../../roles.ts'
import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { team } from './administration.ts'
import { count, locale, many } from './counting.ts'

type Of<Name extends keyof typeof english> = SomeTold<(typeof english)[Name]>

const either = new Intl.ListFormat(locale, { type: 'disjunction' })

export const frame = {
  product: 'Tillback',
  skip: 'Μετάβαση στο περιεχόμενο',
  titleOf: (view: string, isTest: boolean) => `${isTest ? 'ΔΟΚΙΜΗ · ' : ''}${view} · Tillback`,
  navigation: 'Πίνακας ελέγχου',
  groups: { business: 'Επιχείρηση', developers: 'Προγραμματιστές', administration: 'Διαχείριση' },
  views: {
    home: 'Αρχική',
    purchases: 'Αγορές',
    contacts: 'Πελάτες',
    payouts: 'Πορτοφόλια & πληρωμές',
    offers: 'Προσφορές',
    products: 'Προϊόντα',
    orders: 'Παραγγελίες',
    venues: 'Καταστήματα & ταμεία',
    reports: 'Αναφορές',
    ledger: 'Βιβλία',
    keys: 'Κλειδιά',
    webhooks: 'Webhooks',
    requests: 'Αιτήματα',
    events: 'Συμβάντα',
    tools: 'Εργαλεία δοκιμών',
    syncs: 'Εισαγωγές & συγχρονισμοί',
    audit: 'Ημερολόγιο ενεργειών',
    settings: 'Ρυθμίσεις',
    team: 'Ομάδα',
  },
  scope: {
    label: 'Κατάστημα',
    all: 'Όλα τα καταστήματα',
    only: (venue: string) => `Μόνο ${venue}`,
    clear: 'Όλα τα καταστήματα',
    everywhere: 'Αναζήτηση παντού, χωρίς φίλτρα',
    reach: {
      list: 'όσα βλέπετε είναι αυτού του καταστήματος.',
      tills: 'ταμεία που έγραψε κλειδί αυτού του καταστήματος.',
      home: 'πωλήσεις, αγορές, αποδείξεις, διεκδικήσεις και παραγγελίες είναι αυτού του καταστήματος· υπόλοιπα, προσφορές και τα άλλα όλης της επιχείρησης.',
      one: 'η σελίδα δείχνει ένα στοιχείο, όποιου καταστήματος κι αν είναι.',
      none: 'η σελίδα είναι όλης της επιχείρησης και δεν περιορίζεται.',
    },
  },
  collapse: 'Σύμπτυξη μενού',
  expand: 'Ανάπτυξη μενού',
  closeRows: 'Πυκνότερες γραμμές',
  openMenu: 'Μενού',
  testData: 'Δοκιμαστικά δεδομένα',
  testDataMeans: 'εδώ δεν κινούνται πραγματικά χρήματα',
  testClock: (time: string) => `το ρολόι τους δείχνει ${time}`,
  live: 'Πραγματικά',
  test: 'Δοκιμή',
  turnTo: (mode: string) => `Αλλαγή σε: ${mode}`,
  backTo: (mode: string) => `Πίσω σε: ${mode}`,
  signOut: 'Έξοδος',
  docs: 'Τεκμηρίωση API',
  language: 'Γλώσσα',
  thisBrowser: 'Αυτό το πρόγραμμα περιήγησης',
  close: 'Κλείσιμο',
  yes: 'Ναι',
  no: 'Όχι',
  nothing: '–',
  crashed:
    'Ο πίνακας ελέγχου συνάντησε κάτι άγνωστο και σταμάτησε. Φορτώστε ξανά τη σελίδα για να συνεχίσετε.',
  asOf: (time: string) => `Φαίνεται όπως ήταν στις ${time}· ζητείται ξανά.`,
} as const

export const tray: Of<'tray'> = {
  title: 'Εργασίες που τρέχουν',
  running: (number: number) => many(number, 'εργασία τρέχει', 'εργασίες τρέχουν'),
  all: 'Όλες οι εργασίες',
  ended: (job, state) => `${job}: ${state}`,
}

export const palette: Of<'palette'> = {
  open: 'Αναζήτηση',
  title: 'Αναζήτηση και μετάβαση',
  hint: 'Σελίδα, τηλέφωνο, όνομα, αριθμός απόδειξης, id ή τι να γίνει',
  pages: 'Σελίδες',
  acts: 'Ενέργεια',
  contacts: 'Πελάτες',
  purchases: 'Αγορές',
  nothing: (text) => `Δεν βρέθηκε τίποτα για «${text}».`,
  looking: 'Αναζητείται…',
  keys: { move: 'μετακίνηση', open: 'άνοιγμα', close: 'κλείσιμο' },
}

export const lists: Of<'lists'> = {
  one: {
    purchases: 'Αγορά',
    contacts: 'Πελάτης',
    offers: 'Προσφορά',
    syncs: 'Εργασία',
    webhooks: 'Webhook',
  },
  filters: 'Φίλτρα',
  any: 'Όλα',
  clearFilters: 'Καθαρισμός φίλτρων',
  clearFilter: (name) => `Καθαρισμός: ${name}`,
  noneByFilter: 'Τίποτα δεν ταιριάζει στα φίλτρα',
  noneByFilterMeans: 'Αφαιρέστε κάποιο για να δείτε περισσότερα.',
  noMore: 'Δεν υπάρχει τίποτα τόσο παλιά.',
  from: 'από',
  until: 'έως',
  newer: 'Νεότερα',
  older: 'Παλαιότερα',
  back: 'Πίσω',
  page: (page) => `Σελίδα ${page}`,
}

export const signIn: Of<'signIn'> = {
  title: 'Σύνδεση',
  lead: 'Δείτε αγορές, επιβραβεύσεις, πορτοφόλια και βιβλία της επιχείρησής σας καθώς συμβαίνουν.',
  withKey: 'Με κλειδί API',
  key: 'Κλειδί API',
  keyHint: 'Αρχίζει με tb_test_ ή tb_live_. Ο διακομιστής τυπώνει ένα όταν ξεκινά για πρώτη φορά.',
  open: 'Άνοιγμα',
  opening: 'Ανοίγει…',
  or: 'ή',
  asStaff: 'Ως μέλος του προσωπικού',
  email: 'E-mail',
  password: 'Κωδικός',
  code: 'Κωδικός μιας χρήσης',
  codeHint: 'Της εφαρμογής ελέγχου ταυτότητας, ή ένας από τους εφεδρικούς.',
  data: 'Δεδομένα',
  test: 'Δοκιμαστικά',
  live: 'Πραγματικά',
  kept: 'Μένει μόνο σε αυτήν την καρτέλα, μέχρι να αποσυνδεθείτε ή να την κλείσετε.',
  ended: {
    'not a key': 'Αυτό δεν είναι κλειδί του Tillback. Αρχίζει με tb_test_ ή tb_live_.',
    publishable:
      'Αυτό είναι δημόσιο κλειδί και δεν μπορεί να διαβάσει. Χρειάζεται μυστικό κλειδί, χωρίς pk_.',
    refused: 'Το κλειδί ή η σύνδεση δεν ισχύει πια. Συνδεθείτε ξανά.',
  },
  invitedOrForgot: 'Πρόσκληση, ή τον ξεχάσατε;',
  refusedKey: 'Αυτό το κλειδί είναι άγνωστο, έληξε ή ανακλήθηκε.',
}

export const choosePassword: Of<'choosePassword'> = {
  title: 'Επιλογή κωδικού',
  code: 'Πρόσκληση ή κωδικός μιας χρήσης',
  codeHint: 'Όπως σας στάλθηκε ή σας δόθηκε. Αρχίζει με tbi_ ή tbp_ και ισχύει μία φορά.',
  password: 'Νέος κωδικός',
  passwordHint: '12 χαρακτήρες ή περισσότεροι, οποιουδήποτε είδους.',
  choose: 'Επιλογή',
  chosen: 'Ο κωδικός ορίστηκε. Γυρίστε πίσω και συνδεθείτε με αυτόν.',
  forgotten: 'Λήψη κωδικού μιας χρήσης',
  email: 'E-mail',
  emailHint: 'Σε όποιον εργάζεται εδώ στέλνεται με e-mail κωδικός, που ισχύει 30 λεπτά.',
  send: 'Στείλτε μου κωδικό',
  sent: 'Αν υπάρχει τέτοιος λογαριασμός, ένας κωδικός είναι καθ’ οδόν.',
  back: 'Πίσω',
}

export const kit: Of<'kit'> = {
  locale,
  copy: (what) => `Αντιγραφή: ${what}`,
  copied: (what) => `Αντιγράφηκε: ${what}`,
  copyRefused: 'Το πρόγραμμα περιήγησης δεν επιτρέπει αντιγραφή εδώ. Επιλέξτε το κείμενο.',
  loading: 'Φορτώνει',
  retry: 'Δοκιμή ξανά',
  requestId: 'id αιτήματος',
  noAnswer: 'Το Tillback δεν απαντά',
  noAnswerAdvice:
    'Ίσως ο διακομιστής ξεκινά ή χάθηκε η σύνδεση. Τίποτα από όσα βλέπετε δεν αλλάζει γι’ αυτό.',
  notAllowed: 'Δεν επιτρέπεται να το δείτε',
  scopeNeeded: (scope) => {
    const roles = rolesWith(scope.split(', ')).map((role) => team.roles?.[role] ?? role)
    return `Χρειάζεται κλειδί με το δικαίωμα ${scope}, ή μέλος του προσωπικού με ρόλο ${either.format(roles)}.`
  },
  unexpected: 'Κάτι πήγε στραβά σε αυτή τη σελίδα',
  close: 'Κλείσιμο',
  cancel: 'Άκυρο',
  typeToConfirm: (what) => `Γράψτε ${what} για επιβεβαίωση`,
  showTable: 'Ως πίνακας',
  showChart: 'Ως διάγραμμα',
  downloadCsv: 'Λήψη CSV',
  progress: (done, total) =>
    total === null ? count.format(done) : `${count.format(done)} από ${count.format(total)}`,
  point: (name, value) => `${name}: ${value}`,
  theme: { change: 'Χρώματα', system: 'Όπως η συσκευή', light: 'Φωτεινά', dark: 'Σκούρα' },
}

export const ledger: Of<'ledger'> = {
  title: 'Βιβλία',
  lead: 'Κάθε εγγραφή της επιχείρησης διαβάζεται ξανά και κάθε κανόνας των βιβλίων ελέγχεται.',
  checkNow: 'Έλεγχος τώρα',
  checking: 'Ελέγχεται…',
  checked: 'Ελέγχθηκε',
  again: 'ξανά κάθε 30 δευτερόλεπτα',
  holds: 'Τα βιβλία ισχύουν.',
  broken: (number) => `${many(number, 'κανόνας παραβιάζεται', 'κανόνες παραβιάζονται')}.`,
  holdsMeans: (rules) => `Ελέγχθηκαν ${many(rules, 'κανόνας', 'κανόνες')} και κανένας δεν παραβιάζεται.`,
  brokenMeans: 'Ο έλεγχος δεν άλλαξε τίποτα. Οι γραμμές που παραβιάζουν κανόνα αναφέρονται παρακάτω.',
  caption: 'Κανόνες των βιβλίων',
  columns: { rule: 'Κανόνας', looked: 'Κοιτάχτηκαν', result: 'Αποτέλεσμα' },
  looked: (number) => many(number, 'γραμμή', 'γραμμές'),
  rule: { holds: 'Ισχύει', broken: 'Παραβιάζεται', nothing: 'Τίποτα για έλεγχο' },
  first: (number) => `Οι πρώτες ${many(number, 'γραμμή', 'γραμμές')} που τον παραβιάζουν:`,
}

export const process: Of<'process'> = {
  states: {
    PENDING: 'Περιμένει',
    IN_PROGRESS: 'Τρέχει',
    COMPLETED: 'Έγινε',
    FAILED: 'Απέτυχε',
    CANCELLED: 'Ακυρώθηκε',
  },
  waiting: 'Περιμένει τη σειρά της',
  counted: (done, total, unit) =>
    total === null
      ? `${count.format(done)} ${unit}`
      : `${count.format(done)} από ${count.format(total)} ${unit}`,
  totals: ({ created, updated, unchanged, rejected }) => [
    `${count.format(created)} νέα`,
    `${count.format(updated)} ενημερώθηκαν`,
    `${count.format(unchanged)} ίδια`,
    `${count.format(rejected)} απορρίφθηκαν`,
  ],
  rate: (number, unit) => `${count.format(number)} ${unit} το δευτερόλεπτο`,
  left: (seconds) =>
    seconds < 60
      ? 'λιγότερο από ένα λεπτό ακόμα'
      : `περίπου ${many(Math.ceil(seconds / 60), 'λεπτό', 'λεπτά')} ακόμα`,
  silent: (seconds, done) =>
    `Κανένα σημείο ζωής για ${count.format(seconds)} δευτερόλεπτα· ως τότε είχαν γίνει ${count.format(done)}.`,
  isStalled: 'Κόλλησε',
  stalled: (seconds, done) =>
    `Κόλλησε: κανένα σημείο ζωής για ${many(Math.floor(seconds / 60), 'λεπτό', 'λεπτά')}· ως τότε είχαν γίνει ${count.format(done)}. Αν συνεχιστεί, πάει από εκεί που ήταν.`,
  started: 'Άρχισε',
  ended: 'Τελείωσε',
  cancel: 'Ακύρωση',
  resume: 'Συνέχεια',
}
