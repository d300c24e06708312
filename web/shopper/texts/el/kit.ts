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
  theme: { change: 'Εμφάνιση', system: 'Όπως η συσκευή', light: 'Φωτεινή', dark: 'Σκούρα' },
}
