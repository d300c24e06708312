import type { Texts } from '../en.ts'
import { count } from './kit.ts'

export const link: Texts['link'] = {
  ONLINE: 'Σε σύνδεση',
  SLOW: 'Αργή γραμμή',
  OFFLINE: 'Χωρίς γραμμή',
  queued: (number) => `Χωρίς γραμμή, ${count.format(number)} σε αναμονή`,
  sending: (number) => `Αποστολή ${count.format(number)}`,
  stopped: 'Η ουρά σταμάτησε',
}

export const queue: Texts['queue'] = {
  title: 'Πωλήσεις για αργότερα',
  nothing: 'Δεν περιμένει τίποτα: όλα στάλθηκαν.',
  waiting: (number) =>
    number === 1
      ? 'Μία εγγραφή περιμένει τη γραμμή και στέλνεται μόνη της μόλις επιστρέψει.'
      : `${count.format(number)} εγγραφές περιμένουν τη γραμμή και στέλνονται μόνες τους μόλις επιστρέψει, με τη σειρά.`,
  waits: 'Περιμένει',
  void: 'Ακύρωση, περιμένει',
  taken: 'Έγινε δεκτή',
  refused: 'Δεν έγινε δεκτή',
  toNobody:
    'Το μέλος δεν είναι γνωστό. Ακολουθεί ως πώληση χωρίς μέλος, που διεκδικείται με τον κωδικό της απόδειξης.',
  earned: (amount) => `κέρδισε ${amount}`,
  send: 'Αποστολή τώρα',
  stopped: 'Η πλατφόρμα δεν δέχεται αυτή την ουρά',
  anewMeans:
    'Καταγράφηκε. Με νέα αρχή το ταμείο παίρνει νέο κλειδί και στέλνει με αυτό ό,τι περιμένει· καμία πώληση δεν χάνεται.',
  anew: 'Νέα αρχή και αποστολή',
  open: 'Τι περιμένει τη γραμμή',
}

export const log: Texts['log'] = {
  title: 'Κλήσεις στο API',
  none: 'Δεν ρωτήθηκε ακόμη τίποτα.',
  request: 'Αίτημα',
  answer: 'Απάντηση',
  waiting: '…',
  noAnswer: 'καμία απάντηση',
  times: (number) => `${count.format(number)} ×`,
  took: (status, ms) => `${status} · ${count.format(ms)} ms`,
}
