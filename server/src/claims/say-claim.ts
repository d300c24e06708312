import { display, money } from '../kit/money.ts'

/** The line for the contact, in one language; the name of the place stands so that it need not be bent. */
interface Words {
  readonly amount: (text: string) => string
  readonly earned: (amount: string, place: string) => string
  readonly nothing: (place: string) => string
  readonly waits: (place: string) => string
}

const en: Words = {
  amount: (text) => text,
  earned: (amount, place) => `${amount} earned at ${place}.`,
  nothing: (place) => `Claimed at ${place}; no offer gives anything for it.`,
  waits: (place) => `Waits for confirmation by ${place}.`,
}

const el: Words = {
  amount: (text) => text.replace('.', ','),
  earned: (amount, place) => `Κερδίσατε ${amount}. Κατάστημα: ${place}.`,
  nothing: (place) =>
    `Η απόδειξη καταχωρίστηκε· καμία προσφορά δεν δίνει κάτι γι’ αυτήν. Κατάστημα: ${place}.`,
  waits: (place) => `Περιμένει επιβεβαίωση από το κατάστημα: ${place}.`,
}

const WORDS: ReadonlyMap<string, Words> = new Map([
  ['en', en],
  ['el', el],
])

interface Claimed {
  readonly place: string
  readonly currency: string
  /** What of the award is left; minor units. */
  readonly award: bigint
}

/** What a receipt that was taken brought. Whose language there are no words for reads English. */
export function sayClaimed({ place, currency, award }: Claimed, language: string | undefined): string {
  const words = wordsOf(language)
  return award > 0n
    ? words.earned(words.amount(display(money(award, currency))), place)
    : words.nothing(place)
}

export function sayHeld(place: string, language: string | undefined): string {
  return wordsOf(language).waits(place)
}

function wordsOf(language: string | undefined): Words {
  return WORDS.get(language ?? 'en') ?? en
}
