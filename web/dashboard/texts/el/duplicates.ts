import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { many } from './counting.ts'

export const duplicates: SomeTold<(typeof english)['duplicates']> = {
  tabs: { list: 'Πελάτες', duplicates: 'Πιθανά διπλά' },
  parts: 'Μέρη των πελατών',
  caption: 'Ζεύγη εγγραφών που ίσως είναι ένα άτομο',
  means:
    'Κανένα τηλέφωνο, e-mail ή κάρτα δεν ανήκει σε δύο πελάτες. Αυτά βρίσκονται από το όνομα, τα γενέθλια, τον τρόπο πληρωμής, ή ένα τηλέφωνο ή e-mail που ο άλλος έχει ως κάρτα.',
  pages: 'Σελίδες ζευγών',
  columns: { pair: 'Δύο εγγραφές', signs: 'Τι είναι ίδιο' },
  since: 'από',
  signs: {
    NAME: 'Ίδιο όνομα',
    BIRTHDAY: 'Ίδια γενέθλια',
    PHONE: 'Τηλέφωνο ως κάρτα',
    EMAIL: 'E-mail ως κάρτα',
    PAYOUT_METHOD: 'Ίδιος τρόπος πληρωμής',
  },
  compare: 'Σύγκριση',
  none: 'Κανένα πιθανό διπλό',
  noneMeans: 'Εγγραφές με ίδιο όνομα και γενέθλια, ή με άλλα σημάδια ενός ατόμου, εμφανίζονται εδώ.',
  gone: 'Δεν είναι πια δύο εγγραφές.',
  title: 'Ένα άτομο ή δύο;',
  table: 'Οι δύο εγγραφές δίπλα δίπλα',
  stays: 'Ποια εγγραφή μένει',
  keep: (code) => `Μένει: ${code}`,
  same: 'ίδιο',
  rows: {
    name: 'Όνομα',
    code: 'Κωδικός',
    since: 'Γνωστός από',
    phones: 'Τηλέφωνο',
    emails: 'E-mail',
    cards: 'Κάρτες πιστότητας',
    birthday: 'Γενέθλια',
    rewards: 'Επιβραβεύσεις',
    cash: 'Ελεύθερα',
    debt: 'Οφείλει',
    purchases: 'Αγορές',
  },
  unknown: '–',
  consequences: 'Τι κάνει η συγχώνευση',
  goesOver: (kept, purchases) =>
    `${many(purchases, 'αγορά περνά', 'αγορές περνούν')} σε: ${kept}, με στοιχεία, κουπόνια, συμμετοχές, μηνύματα, σημειώσεις και ό,τι μετρά για προσφορές.`,
  moves: 'Χρήματα που περνούν',
  after: 'Μετά στο πορτοφόλι',
  keeps: (kept, other) =>
    `Όνομα, γενέθλια και κύριο τηλέφωνο μένουν από: ${kept}. Η εγγραφή ${other} οδηγεί έκτοτε εκεί. Αναιρείται ώσπου να κινηθούν χρήματα ή να γίνει αγορά.`,
  merge: 'Συγχώνευση των δύο',
  mergeTitle: (other, kept) => `Συγχώνευση: ${other} σε ${kept};`,
  apart: 'Είναι δύο άτομα',
  toldApart: 'Δεν εμφανίζονται πια ως πιθανά διπλά.',
}
