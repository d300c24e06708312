import { link, log, queue } from './el/away.ts'
import { calibrate, camera, print, settings } from './el/devices.ts'
import { display } from './el/display.ts'
import { signIn } from './el/door.ts'
import { keys } from './el/help.ts'
import { count, kit, locale, many, money } from './el/kit.ts'
import { manager } from './el/manager-pin.ts'
import { pay, receipt, spend } from './el/pay.ts'
import { script } from './el/script.ts'
import { undo } from './el/undo.ts'
import type { Texts } from './en.ts'

export const el: Texts = {
  locale,
  kit,
  money,
  product: 'Tillback',
  title: (venue, isTest) =>
    `${isTest ? 'ΔΟΚΙΜΗ · ' : ''}${venue === undefined ? 'Ταμείο' : `Ταμείο · ${venue}`} · Tillback`,
  crashed: 'Το ταμείο συνάντησε κάτι άγνωστο και σταμάτησε. Φορτώστε ξανά τη σελίδα για να συνεχίσετε.',
  testData: 'Δοκιμαστικά δεδομένα',
  testDataMeans: 'δεν κινούνται πραγματικά χρήματα',
  close: 'Κλείσιμο',
  cancel: 'Άκυρο',
  signOut: 'Αποσύνδεση',
  leaveVenue: 'Άλλο κατάστημα',
  language: 'Ελληνικά',
  languages: 'Γλώσσα',

  signIn,

  till: (number) => `Ταμείο ${number}`,
  link,

  log,

  orders: {
    title: 'Παραγγελίες',
    none: 'Κανείς δεν περιμένει παραγγελία.',
    fresh: 'Νέα',
    begun: 'Ετοιμάζεται',
    stages: { Accepted: 'Αποδεκτή', Ready: 'Έτοιμη' },
    toStage: { Accepted: 'Αποδοχή', Ready: 'Έτοιμη' },
    accept: 'Αποδοχή',
    complete: 'Ολοκλήρωση',
    cancel: 'Ακύρωση',
    why: 'Γιατί ακυρώνεται;',
    reasons: {
      'Items out of stock': 'Τα είδη εξαντλήθηκαν',
      'Contact changed their mind': 'Ο πελάτης άλλαξε γνώμη',
      'Cannot be ready in time': 'Δεν προλαβαίνει να ετοιμαστεί',
      'Not collected, or nobody was there': 'Δεν παραλήφθηκε, ή δεν ήταν κανείς εκεί',
    },
    keep: 'Να μείνει η παραγγελία',
    collect: (amount) => `για είσπραξη ${amount}`,
    supply: { DELIVERY: 'Παράδοση', PICK_UP: 'Παραλαβή', DIRECT_SALE: 'Στο τραπέζι' },
    ticket: 'Δελτίο κουζίνας',
    backToOrders: 'Πίσω στις παραγγελίες',
    waiting: (number) => many(number, 'νέα παραγγελία', 'νέες παραγγελίες'),
  },

  print,

  settings,

  display,

  script,

  calibrate,

  camera,

  queue,

  search: 'Σάρωση ή αναζήτηση',
  clearSearch: 'Καθαρισμός της αναζήτησης',
  articles: 'Είδη',
  noArticles: 'Κανένα είδος δεν ταιριάζει. Σαρώστε το, ή αναζητήστε με άλλη λέξη.',
  catalogueEmpty: 'Δεν υπάρχουν ακόμη είδη. Εμφανίζονται όταν συγχρονιστούν ή πουληθούν προϊόντα.',
  asksPrice: 'τιμή;',
  page: (page, pages) => `${count.format(page)} από ${count.format(pages)}`,
  pages: 'Σελίδες ειδών',
  earlier: 'Προηγούμενα είδη',
  later: 'Επόμενα είδη',
  unknownScan: (text) => `Δεν είναι γνωστό το «${text}».`,
  refusedScan: 'Κλείστε πρώτα αυτό το παράθυρο: η σάρωση δεν χρησιμεύει εδώ.',

  basket: {
    times: (digits) => `Ποσότητα × ${digits}, μετά Enter`,
    title: 'Καλάθι',
    empty: 'Σαρώστε ή πατήστε ένα είδος.',
    more: (name) => `Ένα ακόμη ${name}`,
    fewer: (name) => `Ένα λιγότερο ${name}`,
    quantity: 'Ποσότητα',
    each: 'το ένα',
    pieces: (number) => many(number, 'τεμάχιο', 'τεμάχια'),
    total: 'Σύνολο',
    rewardsAs: { PAYMENT: 'Ανταμοιβές, ως πληρωμή', DISCOUNT: 'Ανταμοιβές, ως έκπτωση' },
    vat: 'Περιλαμβάνει ΦΠΑ',
    rewards: 'Ανταμοιβές',
    due: 'Πληρωτέο',
    earns: 'Κερδίζει',
    judging: 'Ερώτηση…',
    notJudged: 'Οι ανταμοιβές υπολογίζονται όταν επιστρέψει η γραμμή.',
    paidOut: 'Πληρώνεται αργότερα',
  },

  heard: {
    empty: 'Το καλάθι είναι άδειο.',
    due: (amount) => `πληρωτέα ${amount}`,
    earns: (amount) => `κερδίζει ${amount}`,
    spendable: (amount) => `το πορτοφόλι μπορεί να πληρώσει ${amount} εδώ και τώρα`,
  },

  member: {
    title: 'Αναγνώριση μέλους',
    nobody: 'Χωρίς μέλος',
    identify: 'Τηλέφωνο, e-mail, κωδικός, αριθμός κάρτας ή σάρωση του κωδικού του',
    find: 'Εύρεση',
    finding: 'Αναζήτηση…',
    none: 'Κανείς δεν είναι γνωστός έτσι. Με τον κωδικό της απόδειξης διεκδικεί την αγορά αργότερα.',
    several: 'Αντιστοιχούν πολλοί: ποιος είναι;',
    offline: 'Η πλατφόρμα δεν απαντά τώρα. Αναζητά το μέλος όταν σταλεί η πώληση.',
    useAnyway: 'Χρήση χωρίς έλεγχο',
    unchecked: 'Δεν ελέγχθηκε ακόμη',
    label: (initials, ending) => `${initials} ·· ${ending}`,
    heard: (initials, ending) => `Μέλος ${initials}, με τελευταία ψηφία ${ending}`,
    balance: 'Πορτοφόλι',
    spendable: 'Ξοδεύονται εδώ τώρα',
    unlink: 'Αφαίρεση του μέλους',
  },

  price: {
    title: (name) => name,
    label: 'Τιμή του ενός',
    add: 'Στο καλάθι',
    wrong: (digits) => `Χρειάζεται ποσό με το πολύ ${many(digits, 'δεκαδικό', 'δεκαδικά')}.`,
  },

  spend,

  undo,

  manager,

  pay,

  receipt,

  keys,
}
