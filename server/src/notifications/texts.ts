import type { Kind } from './kinds.ts'

/** `{place}` stands for a value; a text names only values of its kind (`KINDS`), `name` or `business`. */
export interface Text {
  readonly subject: string
  readonly content: string
}

const en: Readonly<Record<Kind, Text>> = {
  AWARD: { subject: 'You earned {amount}', content: 'Your wallet got {amount} from {place}.' },
  SPEND: {
    subject: 'You paid {amount} with your wallet',
    content: '{amount} of your wallet was used at {place}.',
  },
  VOID: {
    subject: 'Your purchase at {place} was cancelled',
    content:
      'The purchase of {total} at {place} was cancelled. Rewards taken back: {award}. Back in your wallet: {spend}.',
  },
  RETURN: {
    subject: 'You returned goods at {place}',
    content:
      'Goods worth {total} came back to {place}. Rewards taken back: {award}. Back in your wallet: {spend}.',
  },
  CLAIM: {
    subject: 'Your receipt of {place} is yours',
    content: 'The purchase of {total} at {place} now counts for you.',
  },
  PAYOUT_PAID: { subject: 'You were paid {amount}', content: '{business} has paid {amount} out to you.' },
  PAYOUT_FAILED: {
    subject: 'We could not pay you {amount}',
    content: 'The payment of {amount} was not accepted. Please check how you want to be paid.',
  },
  ORDER_CREATED: {
    subject: 'We have your order {number}',
    content: '{place} has got your order {number} of {total}.',
  },
  ORDER_STARTED: {
    subject: 'Your order {number} is being prepared',
    content: '{place} is working on your order {number}.',
  },
  ORDER_READY: {
    subject: 'Your order {number} is ready',
    content: 'Your order {number} is ready at {place}.',
  },
  ORDER_COMPLETED: {
    subject: 'Your order {number} is complete',
    content: 'Your order {number} of {total} at {place} is complete. Thank you!',
  },
  ORDER_CANCELLED: {
    subject: 'Your order {number} was cancelled',
    content: '{place} could not complete your order {number}: {reason}.',
  },
  EXPIRY_REMINDER: {
    subject: '{amount} of your wallet expires soon',
    content: 'Use {amount} of your wallet at {business} before {expires_on}.',
  },
  ONE_TIME_CODE: {
    subject: '{business}: your code',
    content:
      'Your code is {code}. It is good for {minutes} minutes. Tell it to nobody but the person who serves you at {business}.',
  },
}

const el: Readonly<Record<Kind, Text>> = {
  AWARD: { subject: 'Κερδίσατε {amount}', content: 'Στο πορτοφόλι σας προστέθηκαν {amount} από: {place}.' },
  SPEND: {
    subject: 'Πληρώσατε {amount} από το πορτοφόλι σας',
    content: 'Χρησιμοποιήθηκαν {amount} από το πορτοφόλι σας. Κατάστημα: {place}.',
  },
  VOID: {
    subject: 'Η αγορά σας ακυρώθηκε ({place})',
    content:
      'Η αγορά των {total} ακυρώθηκε. Κατάστημα: {place}. Ανταμοιβές που αφαιρέθηκαν: {award}. Επιστροφή στο πορτοφόλι σας: {spend}.',
  },
  RETURN: {
    subject: 'Επιστρέψατε προϊόντα ({place})',
    content:
      'Επιστράφηκαν προϊόντα αξίας {total}. Κατάστημα: {place}. Ανταμοιβές που αφαιρέθηκαν: {award}. Επιστροφή στο πορτοφόλι σας: {spend}.',
  },
  CLAIM: {
    subject: 'Η απόδειξή σας καταχωρίστηκε ({place})',
    content: 'Η αγορά των {total} μετράει πλέον για εσάς. Κατάστημα: {place}.',
  },
  PAYOUT_PAID: { subject: 'Πληρωθήκατε {amount}', content: '{business}: σας καταβλήθηκαν {amount}.' },
  PAYOUT_FAILED: {
    subject: 'Η πληρωμή των {amount} δεν έγινε',
    content: 'Η πληρωμή των {amount} δεν έγινε δεκτή. Ελέγξτε τον τρόπο με τον οποίο θέλετε να πληρώνεστε.',
  },
  ORDER_CREATED: {
    subject: 'Λάβαμε την παραγγελία σας {number}',
    content: 'Η παραγγελία {number} αξίας {total} παραλήφθηκε. Κατάστημα: {place}.',
  },
  ORDER_STARTED: {
    subject: 'Η παραγγελία σας {number} ετοιμάζεται',
    content: 'Η παραγγελία {number} ετοιμάζεται. Κατάστημα: {place}.',
  },
  ORDER_READY: {
    subject: 'Η παραγγελία σας {number} είναι έτοιμη',
    content: 'Η παραγγελία {number} είναι έτοιμη. Κατάστημα: {place}.',
  },
  ORDER_COMPLETED: {
    subject: 'Η παραγγελία σας {number} ολοκληρώθηκε',
    content: 'Η παραγγελία {number} αξίας {total} ολοκληρώθηκε. Κατάστημα: {place}. Σας ευχαριστούμε!',
  },
  ORDER_CANCELLED: {
    subject: 'Η παραγγελία σας {number} ακυρώθηκε',
    content: 'Η παραγγελία {number} δεν μπόρεσε να ολοκληρωθεί: {reason}. Κατάστημα: {place}.',
  },
  EXPIRY_REMINDER: {
    subject: '{amount} από το πορτοφόλι σας λήγουν σύντομα',
    content: 'Χρησιμοποιήστε {amount} από το πορτοφόλι σας πριν τις {expires_on}. {business}',
  },
  ONE_TIME_CODE: {
    subject: '{business}: ο κωδικός σας',
    content:
      'Ο κωδικός σας είναι {code}. Ισχύει για {minutes} λεπτά. Πείτε τον μόνο σε όποιον σας εξυπηρετεί ({business}).',
  },
}

/** Who reads no language that there is reads English. */
export const FALLBACK_LANGUAGE = 'en'

const TEXTS: Readonly<Record<string, Readonly<Record<Kind, Text>>>> = { en, el }
export const LANGUAGES = Object.keys(TEXTS)

/** The text of the product; undefined: there is none in that language. */
export function ownText(kind: Kind, language: string): Text | undefined {
  return TEXTS[language]?.[kind]
}

/** The text of the product in the language, or in English. */
export function textFor(kind: Kind, wanted: string): Text & { readonly language: string } {
  const text = ownText(kind, wanted)
  return text ? { ...text, language: wanted } : { ...en[kind], language: FALLBACK_LANGUAGE }
}
