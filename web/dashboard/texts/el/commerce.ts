import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { many } from './counting.ts'

type Of<Name extends keyof typeof english> = SomeTold<(typeof english)[Name]>

export const orders: Of<'orders'> = {
  title: 'Παραγγελίες',
  venue: 'Κατάστημα',
  states: {
    NEW: 'Νέες',
    IN_PROGRESS: 'Σε εξέλιξη',
    ON_HOLD: 'Σε αναμονή',
    COMPLETED: 'Ολοκληρώθηκαν',
    CANCELLED: 'Ακυρώθηκαν',
  },
  supply: { DELIVERY: 'Παράδοση', PICK_UP: 'Παραλαβή', DIRECT_SALE: 'Στο ταμείο' },
  age: (minutes) => (minutes < 60 ? `${minutes} λεπτά` : `${Math.floor(minutes / 60)} ώ ${minutes % 60} λ`),
  stages: { Accepted: 'Αποδεκτές', Ready: 'Έτοιμες' },
  acts: {
    START_PROGRESS: 'Αποδοχή',
    COMPLETE: 'Ολοκλήρωση',
    CANCEL: 'Ακύρωση',
    stages: { Accepted: 'Αποδοχή', Ready: 'Έτοιμη' },
  },
  none: 'Καμία',
  empty: {
    title: 'Καμία παραγγελία ακόμα',
    text: 'Οι παραγγελίες των πελατών εμφανίζονται εδώ και στο ταμείο του καταστήματος.',
    share: 'Κοινοποίηση του συνδέσμου',
    shareMeans:
      'Οι πελάτες ανοίγουν το κατάστημα με έναν σύνδεσμο ή τον κωδικό QR του, με κλειδί που φτιάχνεται για την εφαρμογή τους.',
    key: 'Εφαρμογή πελατών',
  },
  soundOn: 'Με ήχο',
  soundOff: 'Χωρίς ήχο',
  cameIn: (numbers) => `Νέα παραγγελία: ${numbers}.`,
  byHour: {
    title: 'Παραγγελίες ανά ώρα',
    summary: (total) => `${many(total, 'παραγγελία', 'παραγγελίες')} το τελευταίο 24ωρο.`,
    hour: 'Ώρα',
  },
  cancelling: {
    title: (number) => `Ακύρωση της παραγγελίας ${number};`,
    action: 'Ακύρωση της παραγγελίας',
    keep: 'Να μείνει',
    means: 'Τα δεσμευμένα χρήματα επιστρέφουν στο πορτοφόλι. Ο λόγος λέγεται στον πελάτη.',
    reason: 'Λόγος',
    noReasons: 'Δεν υπάρχουν λόγοι ακόμα. Προσθέστε έναν στις Ρυθμίσεις.',
    done: (number) => `Η παραγγελία ${number} ακυρώθηκε.`,
  },
}

export const products: Of<'products'> = {
  title: 'Προϊόντα',
  parts: 'Μέρη των προϊόντων',
  caption: 'Προϊόντα, τα νεότερα πρώτα',
  pages: 'Σελίδες προϊόντων',
  find: 'Εύρεση προϊόντος με όνομα ή SKU',
  source: 'Από',
  sources: { MANUAL: 'Με το χέρι', SYNC: 'Συγχρονισμός', FEED: 'Ροή', PURCHASE: 'Από ταμείο' },
  tabs: { products: 'Προϊόντα', groups: 'Οικογένειες, μάρκες, τύποι', unknown: 'Από ταμεία' },
  columns: {
    menus: 'Στα μενού',
    product: 'Προϊόν',
    family: 'Οικογένεια',
    brand: 'Μάρκα',
    price: 'Τιμή',
    source: 'Από',
    group: 'Ομάδα',
    kind: 'Είδος',
    earns: 'Επιβραβεύει',
    seen: 'Πρώτη φορά',
    act: 'Ενέργειες',
  },
  kinds: { FAMILY: 'Οικογένεια', BRAND: 'Μάρκα', TYPE: 'Τύπος' },
  inactive: 'δεν πωλείται πια',
  earns: 'Επιβραβεύει',
  diet: 'Διατροφή',
  dietMeans: 'Τις δείχνουν τα μενού της εφαρμογής των πελατών, και βρίσκει κανείς με αυτές.',
  diets: {
    VEGETARIAN: 'Χορτοφαγικό',
    VEGAN: 'Βίγκαν',
    GLUTEN_FREE: 'Χωρίς γλουτένη',
    LACTOSE_FREE: 'Χωρίς λακτόζη',
    CONTAINS_NUTS: 'Περιέχει ξηρούς καρπούς',
    CONTAINS_ALCOHOL: 'Περιέχει αλκοόλ',
    SPICY: 'Καυτερό',
  },
  earnsNothing: 'Δεν επιβραβεύει',
  earnsLabel: (name) => `Το «${name}» επιβραβεύει`,
  turned: (name, earns) => (earns ? `Το «${name}» επιβραβεύει τώρα.` : `Το «${name}» δεν επιβραβεύει πια.`),
  noGroups: {
    title: 'Καμία ομάδα ακόμα',
    text: 'Οι ομάδες φτιάχνονται με το πρώτο προϊόν που τις ονομάζει.',
  },
  unknownMeans:
    'Τα πούλησαν ταμεία και κανένα σύστημα δεν είπε τι είναι. Το καθένα συγχωνεύεται με το προϊόν που είναι.',
  noUnknown: {
    title: 'Τίποτα άγνωστο',
    text: 'Εδώ θα βρίσκεται κάθε προϊόν που πουλάει ένα ταμείο και δεν το είπε κανένα σύστημα, για να συγχωνευτεί με εκείνο που είναι.',
  },
  mergeInto: 'Συγχώνευση με…',
  mergeTitle: (name) => `Τι είναι το «${name}»;`,
  mergeAction: 'Συγχώνευση',
  mergeMeans:
    'Από την επόμενη αγορά το SKU του οδηγεί στο άλλο προϊόν. Αποδείξεις και παλιά στοιχεία κρατούν το SKU με το οποίο πουλήθηκε.',
  into: 'Είναι',
  choose: 'Επιλέξτε…',
  nothingFound: 'Δεν βρέθηκε τίποτα ακόμα',
  merged: (name) => `Το «${name}» συγχωνεύτηκε.`,
  empty: {
    title: 'Κανένα προϊόν ακόμα',
    text: 'Τα προϊόντα έρχονται από τα συστήματά σας με μία κλήση, από ένα αρχείο που εισάγεται, από μια ροή, ή με την πρώτη αγορά που τα ονομάζει.',
    syncs: 'Εισαγωγές & συγχρονισμοί',
  },
}

export const syncs: Of<'syncs'> = {
  title: 'Εισαγωγές & συγχρονισμοί',
  caption: 'Μεγάλες εργασίες, οι νεότερες πρώτα',
  pages: 'Σελίδες εργασιών',
  kind: 'Είδος',
  kinds: { PRODUCT_SYNC: 'Συγχρονισμός προϊόντων', REPLAY: 'Επανάληψη προσφοράς' },
  imports: { products: 'Εισαγωγή προϊόντων', contacts: 'Εισαγωγή πελατών' },
  importCsv: 'Εισαγωγή από CSV',
  toImport: 'Στην εισαγωγή',
  toOffer: 'Στην προσφορά, και τι βγήκε',
  trial: (kind) => `${kind}, μόνο δοκιμή`,
  columns: { process: 'Εργασία', progress: 'Πρόοδος', state: 'Κατάσταση' },
  progress: 'Πρόοδος',
  units: { PRODUCT_SYNC: 'γραμμές', REPLAY: 'αγορές' },
  empty: {
    title: 'Καμία εργασία ακόμα',
    text: 'Συγχρονισμοί, ροές και επαναλήψεις βρίσκονται εδώ όσο τρέχουν και μετά.',
  },
  rejected: 'Γραμμές που απορρίφθηκαν',
  rejectedHead: ['Θέση στη λίστα', 'SKU', 'Τι είναι λάθος'],
  saveRejected: 'Λήψη των γραμμών για διόρθωση',
  fixMeans:
    'Το αρχείο έχει αυτές τις γραμμές όπως στάλθηκαν και μια στήλη «error». Διορθώστε τις και εισαγάγετέ το όπως είναι:',
  moreRejected: (number) => `${many(number, 'γραμμή ακόμα είναι', 'γραμμές ακόμα είναι')} στο αρχείο.`,
}

export const feeds: Of<'feeds'> = {
  title: 'Ροές',
  feed: 'Ροή',
  last: 'Τελευταία',
  next: 'Επόμενη',
  act: 'Ενέργειες',
  outcomes: { SYNCHRONISED: 'Συγχρονίστηκε', UNCHANGED: 'Ίδια', FAILED: 'Απέτυχε' },
  run: 'Τώρα',
  running: 'Τρέχει…',
  begun: (name) => `Η ροή ${name} διαβάζεται σε λίγα δευτερόλεπτα.`,
}
