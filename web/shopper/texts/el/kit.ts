import type { KitWords } from '../../../kit/words.ts'

export const locale = 'el-GR'

/** What the shared components say. */
export const kit: KitWords = {
  locale,
  copy: (what) => `Αντιγραφή: ${what}`,
  copied: (what) => `Αντιγράφηκε: ${what}`,
  copyRefused: 'Ο περιηγητής δεν επιτρέπει την αντιγραφή εδώ. Επιλέξτε το κείμενο.',
  loading: 'Φόρτωση',
  retry: 'Δοκιμάστε ξανά',
  requestId: 'κωδικός αιτήματος',
  noAnswer: 'Χωρίς σύνδεση',
  noAnswerAdvice: 'Το κατάστημα δεν απαντά αυτή τη στιγμή. Ό,τι έχετε δεν αλλάζει από αυτό.',
  notAllowed: 'Δεν μπορείτε να το δείτε αυτό',
  scopeNeeded: () => 'Συνδεθείτε ξανά ή ρωτήστε το κατάστημα.',
  close: 'Κλείσιμο',
  cancel: 'Άκυρο',
  typeToConfirm: (what) => `Γράψτε ${what} για να συνεχίσετε.`,
  showTable: 'Προβολή ως πίνακας',
  showChart: 'Προβολή ως διάγραμμα',
  downloadCsv: 'Λήψη ως CSV',
  progress: (done, total) => (total === null ? `${done}` : `${done} από ${total}`),
  point: (name, value) => `${name}: ${value}`,
  unexpected: 'Κάτι πήγε στραβά σε αυτή τη σελίδα',
  refusals: {
    INVALIDLOGINEXCEPTION: 'Ο κωδικός είναι λάθος ή έληξε.',
    UNAUTHORIZEDEXCEPTION: 'Αποσυνδεθήκατε. Συνδεθείτε ξανά.',
    TOOMANYATTEMPTSEXCEPTION: 'Πολλές προσπάθειες. Περιμένετε λίγο και δοκιμάστε ξανά.',
    TOOMANYREQUESTSEXCEPTION: 'Πολλά αιτήματα μαζί. Περιμένετε λίγο και δοκιμάστε ξανά.',
    SERVICEUNAVAILABLEEXCEPTION: 'Το κατάστημα δεν απαντά αυτή τη στιγμή. Δοκιμάστε ξανά σε λίγο.',
    INTERNALEXCEPTION: 'Κάτι πήγε στραβά στο κατάστημα. Δοκιμάστε ξανά σε λίγο.',
    NOTFOUNDEXCEPTION: 'Δεν βρέθηκε.',
    ALREADYEXISTSEXCEPTION: 'Υπάρχει ήδη.',
    REQUIREDFIELDEXCEPTION: 'Λείπει κάτι που χρειάζεται.',
    INVALIDVALUEEXCEPTION: 'Κάτι από όσα δώσατε δεν είναι σωστό. Ελέγξτε το και δοκιμάστε ξανά.',
    INVALIDSTATEEXCEPTION: 'Αυτό δεν γίνεται τώρα. Ίσως κάτι είναι ακόμη σε εξέλιξη.',
    SPENDAMOUNTNOTCOVEREDEXCEPTION: 'Το πορτοφόλι σας δεν έχει τόσα.',
    WALLETLIMITEXCEEDEDEXCEPTION: 'Ξεπερνά το όριο του πορτοφολιού σας.',
    CIMALREADYEXISTSFORANOTHERCONTACTEXCEPTION: 'Αυτή η διεύθυνση ανήκει ήδη σε κάποιον.',
  },
  theme: { change: 'Εμφάνιση', system: 'Όπως η συσκευή', light: 'Φωτεινή', dark: 'Σκούρα' },
}
