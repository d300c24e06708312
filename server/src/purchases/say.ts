import { display, minorOfWire, money } from '../kit/money.ts'
import { amountDue, type Purchase } from './purchase.ts'
import type { ToldNearMiss } from './tell-explanation.ts'

/** The parts of the line that the cashier says, in one language; amounts are written as its people write them. */
interface Words {
  readonly amount: (text: string) => string
  readonly off: (amount: string) => string
  readonly toPay: (amount: string) => string
  readonly paidOut: (amount: string) => string
  readonly redeemed: (amount: string) => string
  readonly earned: (amount: string) => string
  readonly scan: string
  readonly voided: string
  readonly more: (nearMiss: ToldNearMiss, amounts: More) => string
  readonly toRefund: (amount: string) => string
  readonly backInWallet: (amount: string) => string
  readonly takenBack: (amount: string) => string
}

/** What is to be added, if it is money, and what that brings. */
interface More {
  readonly add: string
  readonly brings: string
}

const en: Words = {
  amount: (text) => text,
  off: (amount) => `${amount} off with rewards`,
  toPay: (amount) => `${amount} to pay`,
  paidOut: (amount) => `${amount} will be paid out`,
  redeemed: (amount) => `${amount} may be used anywhere from now on`,
  earned: (amount) => `${amount} earned`,
  scan: 'scan the receipt code to earn',
  voided: 'Voided before it arrived: nothing to pay, nothing earned.',
  more: ({ says }) => says,
  toRefund: (amount) => `${amount} to refund`,
  backInWallet: (amount) => `${amount} back in the wallet`,
  takenBack: (amount) => `${amount} of rewards taken back`,
}

const el: Words = {
  amount: (text) => text.replace('.', ','),
  off: (amount) => `${amount} έκπτωση από επιβραβεύσεις`,
  toPay: (amount) => `${amount} για πληρωμή`,
  paidOut: (amount) => `${amount} θα σας καταβληθούν`,
  redeemed: (amount) => `${amount} ισχύουν πλέον παντού`,
  earned: (amount) => `κερδίσατε ${amount}`,
  scan: 'σαρώστε τον κωδικό της απόδειξης για να κερδίσετε',
  voided: 'Ακυρώθηκε πριν φτάσει: τίποτα για πληρωμή, κανένα κέρδος.',
  more: ({ add }, amounts) => {
    const pieces = 'quantity' in add ? add.quantity : undefined
    const more = pieces === undefined ? amounts.add : `${pieces} ${pieces === 1 ? 'τεμάχιο' : 'τεμάχια'}`
    return `Με ${more} ακόμη κερδίζετε ${amounts.brings}`
  },
  toRefund: (amount) => `${amount} για επιστροφή`,
  backInWallet: (amount) => `${amount} πίσω στο πορτοφόλι`,
  takenBack: (amount) => `${amount} επιβραβεύσεις αφαιρέθηκαν`,
}

const WORDS: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['el', el],
])

/** The language of the line for a contact; undefined: English, which everybody gets for whose language there are no words. */
export function languageToSay(language: string): string | undefined {
  return language !== 'en' && WORDS.has(language) ? language : undefined
}

interface Voice {
  readonly words: Words
  readonly show: (minor: bigint) => string
}

function voiceOf({ currency, outcome }: Purchase): Voice {
  const words = WORDS.get(outcome.language ?? 'en') ?? en
  return { words, show: (minor) => words.amount(display(money(minor, currency))) }
}

/** What the cashier says: what to pay, what was used, what was earned. */
export function sayPurchase(purchase: Purchase, nearMiss: ToldNearMiss | undefined): string {
  const { words, show } = voiceOf(purchase)
  if (purchase.outcome.undone === 'VOID') return words.voided
  const { spend, redeem, award, reductionMethod } = purchase
  const parts: string[] = []
  if (spend > 0n && reductionMethod === 'FRONT_END') parts.push(words.off(show(spend)))
  parts.push(words.toPay(show(amountDue(purchase))))
  if (spend > 0n && reductionMethod === 'BACK_END') parts.push(words.paidOut(show(spend)))
  if (redeem > 0n) parts.push(words.redeemed(show(redeem)))
  if (award > 0n) parts.push(words.earned(show(award)))
  else if (purchase.contact === undefined) parts.push(words.scan)
  return `${parts.join(', ')}.${nearMiss ? ` ${sayNearMiss(purchase, nearMiss)}.` : ''}`
}

function sayNearMiss(purchase: Purchase, nearMiss: ToldNearMiss): string {
  const { words, show } = voiceOf(purchase)
  const { add, amount } = nearMiss
  const shown = (value: number) => show(minorOfWire(value, purchase.currency))
  return words.more(nearMiss, { add: 'amount' in add ? shown(add.amount) : '', brings: shown(amount) })
}

/** What of a return the cashier says; in minor units. */
export interface RefundToSay {
  readonly cash: bigint
  readonly wallet: bigint
  readonly award: bigint
}

export function sayRefund(purchase: Purchase, { cash, wallet, award }: RefundToSay): string {
  const { words, show } = voiceOf(purchase)
  const parts = [words.toRefund(show(cash))]
  if (wallet > 0n) parts.push(words.backInWallet(show(wallet)))
  if (award > 0n) parts.push(words.takenBack(show(award)))
  return `${parts.join(', ')}.`
}
