import type { Texts } from '../en.ts'

export const offers: Texts['offers'] = {
  title: 'Προσφορές',
  lead: 'Τι μπορείτε να κερδίσετε σε αυτό το κατάστημα.',
  none: { title: 'Καμία προσφορά τώρα', text: 'Ελάτε αργότερα· το κατάστημα τις βάζει εδώ.' },
  noneFound: {
    title: 'Δεν βρέθηκε προσφορά',
    text: 'Καμία προσφορά δεν έχει αυτές τις λέξεις. Δοκιμάστε λιγότερες.',
  },
  toward: (name) => `Πόσο κοντά είστε: ${name}`,
  goals: {
    AMOUNT: {
      progress: (counted, target) => `${counted} από ${target}`,
      missing: (missing) => `Απομένουν ${missing}.`,
    },
    VISITS: {
      progress: (counted, target, count) => `${counted} από ${target} ${count === 1 ? 'αγορά' : 'αγορές'}`,
      missing: (missing, count) => (count === 1 ? 'Απομένει 1 αγορά.' : `Απομένουν ${missing} αγορές.`),
    },
    QUANTITY: {
      progress: (counted, target, count) => `${counted} από ${target} ${count === 1 ? 'τεμάχιο' : 'τεμάχια'}`,
      missing: (missing, count) => (count === 1 ? 'Απομένει 1 τεμάχιο.' : `Απομένουν ${missing} τεμάχια.`),
    },
  },
  reached: (times) => (times === 1 ? 'Επιτεύχθηκε μία φορά' : `Επιτεύχθηκε ${times} φορές`),
  goalOver: 'Τον έχετε πετύχει.',
  goalUntil: (day) => `Μετρά έως ${day}.`,
  together: 'Τον πετυχαίνουν όλοι οι πελάτες μαζί.',
  openNow: 'Ισχύει τώρα',
  openUntil: (time) => `Ισχύει τώρα, ως ${time}`,
  opensAt: (time) => `Ισχύει από ${time}`,
  closedNow: 'Δεν ισχύει αυτή την ώρα',
  until: 'ως',
  terms: 'Όροι',
  search: 'Αναζήτηση προσφορών',
  tier: 'Το επίπεδό σας',
  next: (points, name) => `${points} πόντοι ακόμη ως ${name}`,
  keep: (points) => `${points} πόντοι ακόμη για να το κρατήσετε`,
}
