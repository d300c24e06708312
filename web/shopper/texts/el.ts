import { activity } from './el/activity.ts'
import { code } from './el/code.ts'
import { kit, locale } from './el/kit.ts'
import { me } from './el/me.ts'
import { offers } from './el/offers.ts'
import { orders } from './el/orders.ts'
import { passkeys } from './el/passkeys.ts'
import { push } from './el/push.ts'
import { scan } from './el/scan.ts'
import { wallet } from './el/wallet.ts'
import type { Texts } from './en.ts'

export const el: Texts = {
  locale,
  kit,
  language: 'Ελληνικά',
  crashed: 'Η εφαρμογή συνάντησε κάτι άγνωστο και σταμάτησε. Φορτώστε ξανά τη σελίδα για να συνεχίσετε.',
  skip: 'Μετάβαση στο περιεχόμενο',
  navigation: 'Μέρη της εφαρμογής',
  close: 'Κλείσιμο',
  back: 'Πίσω',
  more: 'Περισσότερα',
  testData: 'Δοκιμαστικά δεδομένα',
  testDataMeans: 'δεν κινούνται πραγματικά χρήματα',
  views: {
    wallet: 'Πορτοφόλι',
    offers: 'Προσφορές',
    scan: 'Σάρωση',
    orders: 'Παραγγελίες',
    inbox: 'Μηνύματα',
    activity: 'Κινήσεις',
    me: 'Εγώ',
  },
  offline: (time) => `Χωρίς σύνδεση. Έτσι ήταν στις ${time}.`,
  newVersion: 'Υπάρχει νέα έκδοση της εφαρμογής.',
  reload: 'Φόρτωση',
  install: {
    text: 'Βάλτε το πορτοφόλι στην αρχική οθόνη, για να υπάρχει και χωρίς σύνδεση.',
    act: 'Εγκατάσταση',
    later: 'Όχι τώρα',
  },

  noShop: {
    title: 'Ποιου καταστήματος είναι αυτό το πορτοφόλι;',
    text: 'Ανοίξτε την εφαρμογή από τον σύνδεσμο ή τον κωδικό που σας δίνει το κατάστημα. Αν έχετε το κλειδί του, επικολλήστε το εδώ.',
    key: 'Κλειδί του καταστήματος',
    keyHint: 'Αρχίζει με tb_live_pk_ ή tb_test_pk_.',
    wrong: 'Αυτό δεν είναι κλειδί για την εφαρμογή. Αρχίζει με tb_live_pk_ ή tb_test_pk_.',
    go: 'Συνέχεια',
    beside: {
      title: 'Κανείς δεν είναι συνδεδεμένος',
      text: 'Η σύνδεση έληξε. Το «Από την αρχή» πιο πάνω συνδέει ξανά.',
    },
  },

  signIn: {
    title: 'Οι ανταμοιβές σας',
    lead: 'Συνδεθείτε με το τηλέφωνο ή το e-mail που δώσατε στο κατάστημα. Θα λάβετε έναν κωδικό, δεν χρειάζεται συνθηματικό.',
    address: 'Τηλέφωνο ή e-mail',
    addressHint: 'Τηλέφωνο με τον κωδικό χώρας, όπως +357 99 123456.',
    needed: 'Δώστε τηλέφωνο με + και κωδικό χώρας, ή διεύθυνση e-mail.',
    send: 'Στείλτε μου κωδικό',
    sending: 'Αποστολή…',
    codeTitle: 'Δώστε τον κωδικό',
    codeLead: (where) => `Στάλθηκε στο ${where}. Ισχύει για πέντε λεπτά.`,
    codeLeadPlain: 'Αν το κατάστημα γνωρίζει τη διεύθυνση, ο κωδικός έρχεται. Ισχύει για πέντε λεπτά.',
    code: 'Κωδικός 6 ψηφίων',
    codeNeeded: 'Ο κωδικός έχει 6 ψηφία.',
    enter: 'Σύνδεση',
    entering: 'Σύνδεση…',
    again: 'Στείλτε άλλον κωδικό',
    againIn: (seconds) => `Άλλος κωδικός σε ${seconds} δ.`,
    otherAddress: 'Άλλη διεύθυνση',
    testCode: (code) => `Δοκιμαστικά δεδομένα: ο κωδικός είναι ${code}.`,
    isOver: 'Αποσυνδεθήκατε. Συνδεθείτε ξανά.',
    newHere: 'Πρώτη φορά; Εγγραφείτε',
    haveOne: 'Έχετε ήδη εγγραφεί; Συνδεθείτε',
    registerTitle: 'Εγγραφή',
    registerLead: 'Δώστε τηλέφωνο ή e-mail. Θα λάβετε εκεί έναν κωδικό, δεν χρειάζεται συνθηματικό.',
    firstName: 'Όνομα',
    lastName: 'Επώνυμο',
    register: 'Εγγραφή',
    terms: 'Με την εγγραφή αποδέχεστε τους όρους του καταστήματος.',
  },

  wallet,

  code,

  show: {
    title: 'Ποιος είμαι',
    lead: 'Δείξτε το στο ταμείο για σάρωση, αντί να πείτε τον αριθμό σας δυνατά.',
    qr: 'Κωδικός που λέει ποιος είστε',
    code: 'Ο κωδικός σας',
    renewed: 'Αλλάζει κάθε λεπτό.',
    offline: 'Χωρίς σύνδεση αυτός είναι ο κωδικός του πορτοφολιού σας· λέει ποιος είστε και τίποτε άλλο.',
  },

  scan,

  offers,

  orders,

  inbox: {
    title: 'Μηνύματα',
    none: {
      title: 'Κανένα μήνυμα',
      text: 'Εδώ στέκεται ό,τι σας λέει το κατάστημα για ανταμοιβές και παραγγελίες.',
    },
    unread: 'νέο',
    archive: 'Αρχειοθέτηση',
    markAll: 'Όλα ως διαβασμένα',
    allRead: 'Όλα τα μηνύματα σημειώθηκαν ως διαβασμένα.',
    unreadCount: (count) => `${count} ${count === 1 ? 'νέο μήνυμα' : 'νέα μηνύματα'}`,
  },

  passkeys,

  push,

  activity,

  me,
}
