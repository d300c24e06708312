import { amountText } from '../../../kit/amount.ts'
import type { KitWords } from '../../../kit/words.ts'

export const locale = 'el-GR'
export const count = new Intl.NumberFormat(locale)

export function many(number: number, one: string, more: string): string {
  return `${count.format(number)} ${number === 1 ? one : more}`
}

export function money(amount: number, currency: string): string {
  const { sign, figures } = amountText(amount, { currency, locale })
  return `${sign}${figures} ${currency}`
}

/** What the components of the kit say. */
export const kit: KitWords = {
  locale,
  copy: (what) => `Αντιγραφή: ${what}`,
  copied: (what) => `Αντιγράφηκε: ${what}`,
  copyRefused: 'Ο περιηγητής δεν επιτρέπει την αντιγραφή εδώ. Επιλέξτε το κείμενο.',
  loading: 'Φόρτωση',
  retry: 'Δοκιμάστε ξανά',
  requestId: 'κωδικός αιτήματος',
  noAnswer: 'Το Tillback δεν απαντά',
  noAnswerAdvice: 'Ίσως δεν υπάρχει γραμμή. Οι πωλήσεις συνεχίζονται και χωρίς αυτήν.',
  notAllowed: 'Αυτό το κλειδί δεν το επιτρέπει',
  scopeNeeded: (scope) => `Χρειάζεται κλειδί με το δικαίωμα ${scope}.`,
  refusals: {
    TOKENEXPIREDEXCEPTION: 'Αυτός ο κωδικός μιας χρήσης δεν ισχύει πια. Η εφαρμογή του πελάτη δίνει νέον.',
    TOKENALREADYUSEDEXCEPTION:
      'Αυτός ο κωδικός μιας χρήσης πλήρωσε άλλη αγορά. Η εφαρμογή του πελάτη δίνει νέον.',
    TOOMANYATTEMPTSEXCEPTION:
      'Δοκιμάστηκαν πολλοί λάθος κωδικοί. Περιμένετε λίγα λεπτά, ή συνεχίστε χωρίς ανταμοιβές.',
    TOOMANYREQUESTSEXCEPTION: 'Πολλά αιτήματα μαζί. Περιμένετε λίγο και δοκιμάστε ξανά.',
    UNAUTHORIZEDEXCEPTION: 'Το κλειδί δεν ισχύει πια. Συνδεθείτε ξανά.',
    SERVICEUNAVAILABLEEXCEPTION: 'Η πλατφόρμα δεν απαντά αυτή τη στιγμή. Δοκιμάστε ξανά σε λίγο.',
    INTERNALEXCEPTION: 'Κάτι πήγε στραβά στην πλατφόρμα. Δοκιμάστε ξανά σε λίγο.',
    NOTFOUNDEXCEPTION: 'Δεν βρέθηκε.',
    ALREADYEXISTSEXCEPTION: 'Υπάρχει ήδη, με άλλο περιεχόμενο.',
    REQUIREDFIELDEXCEPTION: 'Λείπει κάτι που χρειάζεται.',
    INVALIDVALUEEXCEPTION: 'Κάτι από όσα δόθηκαν δεν είναι σωστό. Ελέγξτε το και δοκιμάστε ξανά.',
    INVALIDSTATEEXCEPTION: 'Αυτό δεν γίνεται τώρα.',
    SPENDAMOUNTNOTCOVEREDEXCEPTION: 'Το πορτοφόλι δεν έχει τόσα.',
    SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION: 'Ξοδεύονται λιγότερα από όσα ζητήθηκαν.',
    CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION: 'Το πορτοφόλι δεν έχει τόσα.',
    TILLQUEUECUTEXCEPTION: 'Λείπει μια εγγραφή της ουράς.',
    TILLQUEUEFORKEDEXCEPTION: 'Δύο ταμεία στέλνουν με το ίδιο κλειδί.',
    TILLSIGNATUREEXCEPTION: 'Μια εγγραφή δεν ταιριάζει με την υπογραφή της.',
    PRINTERAWAYEXCEPTION: 'Ο εκτυπωτής δεν απαντά.',
  },
  unexpected: 'Κάτι πήγε στραβά σε αυτή τη σελίδα',
  close: 'Κλείσιμο',
  cancel: 'Άκυρο',
  typeToConfirm: (what) => `Γράψτε ${what} για να συνεχίσετε`,
  showTable: 'Προβολή ως πίνακας',
  showChart: 'Προβολή ως διάγραμμα',
  downloadCsv: 'Λήψη ως CSV',
  progress: (done, total) =>
    total === null ? count.format(done) : `${count.format(done)} από ${count.format(total)}`,
  point: (name, value) => `${name}: ${value}`,
  theme: { change: 'Εμφάνιση', system: 'Όπως η συσκευή', light: 'Φωτεινή', dark: 'Σκούρα' },
}
