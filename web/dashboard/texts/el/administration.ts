import type { english } from '../en/index.ts'
import type { SomeTold } from '../told.ts'
import { many } from './counting.ts'

type Of<Name extends keyof typeof english> = SomeTold<(typeof english)[Name]>

export const audit: Of<'audit'> = {
  title: 'Ημερολόγιο ενεργειών',
  means:
    'Κάθε ενέργεια του προσωπικού, και κλειδιού ό,τι ρυθμίζει κάτι ή δείχνει ποιος είναι ένας πελάτης. Κρατείται δύο χρόνια.',
  caption: 'Ενέργειες, οι νεότερες πρώτα',
  pages: 'Σελίδες ενεργειών',
  columns: { act: 'Ενέργεια', by: 'Από', changes: 'Άλλαξε', from: 'Διεύθυνση' },
  kinds: { KEY: 'Κλειδί', USER: 'Μέλος του προσωπικού' },
  target: 'Id',
  acts: {
    revealContact: 'Προβολή στοιχείων πελάτη',
    exportContact: 'Εξαγωγή όλων των στοιχείων πελάτη',
  },
  fields: {
    phones: 'Τηλέφωνο',
    emails: 'E-mail',
    loyalty_identifiers: 'Κάρτα πιστότητας',
    kept: 'Τι κρατήθηκε',
    removed: 'Τι αφαιρέθηκε',
    now: 'Ώρα της επιχείρησης',
  },
  change: (field, before, after) =>
    before === '–' ? `${field}: ${after}` : `${field}: ${after} (ήταν ${before})`,
  more: (number) => `και ${number} ακόμα`,
  save: 'Λήψη CSV',
  saved: (number) => `${many(number, 'ενέργεια είναι', 'ενέργειες είναι')} στο αρχείο.`,
  empty: { title: 'Τίποτα ακόμα', text: 'Όποιος αλλάζει κάτι γράφεται εδώ, με ό,τι άλλαξε.' },
}

export const team: Of<'team'> = {
  title: 'Ομάδα',
  caption: 'Μέλη του προσωπικού',
  pages: 'Σελίδες μελών',
  invite: 'Πρόσκληση',
  inviteMeans: 'Παίρνουν πρόσκληση που ισχύει επτά ημέρες και διαλέγουν κωδικό.',
  invitation: 'Πρόσκληση',
  columns: {
    member: 'Μέλος',
    role: 'Ρόλος',
    seen: 'Τελευταία σύνδεση',
    state: 'Κατάσταση',
    acts: 'Ενέργειες',
  },
  roles: {
    OWNER: 'Ιδιοκτήτης',
    MANAGER: 'Διευθυντής',
    MARKETER: 'Μάρκετινγκ',
    CLERK: 'Υπάλληλος',
    DEVELOPER: 'Προγραμματιστής',
    AUDITOR: 'Ελεγκτής',
  },
  means: {
    OWNER: 'Όλα, μαζί και οι ιδιοκτήτες και τα δικαιώματά τους.',
    MANAGER:
      'Όλη η καθημερινή λειτουργία και το προσωπικό· όχι κλειδιά, webhooks, ροές, συνδέσεις και πάροχοι πληρωμών.',
    MARKETER: 'Προσφορές, κουπόνια, ομάδες, προϊόντα και μηνύματα· βλέπει αγορές, πελάτες και αναφορές.',
    CLERK:
      'Πελάτες και όσα γίνονται στο ταμείο: αγορές, επιστροφές, διεκδικήσεις, κουπόνια, φορτίσεις, παραγγελίες· ζητά διορθώσεις.',
    DEVELOPER:
      'Κλειδιά, webhooks, ροές, συνδέσεις και ό,τι κάνει ένα ταμείο ή κατάστημα, ώστε να δοθεί στα κλειδιά τους· όχι πληρωμές, διορθώσεις ή προσωπικό.',
    AUDITOR: 'Βλέπει τα πάντα και δεν αλλάζει τίποτα.',
  },
  states: { INVITED: 'Προσκλήθηκε', ACTIVE: 'Ενεργό', DISABLED: 'Ανενεργό' },
  never: 'Ποτέ',
  change: 'Αλλαγή',
  save: 'Αποθήκευση',
  changed: 'Αποθηκεύτηκε.',
  disabledMeans: 'Ανενεργό: αποσυνδέεται παντού αμέσως.',
  email: 'E-mail',
  name: 'Όνομα',
  empty: { title: 'Κανείς ακόμα', text: 'Προσκαλέστε όσους δουλεύουν μαζί σας, τον καθένα με τον ρόλο του.' },
}
