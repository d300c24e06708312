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
