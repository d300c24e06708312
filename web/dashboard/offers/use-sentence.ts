import { ruleBook } from '@tillback/server/engine/rule-book.ts'
import { sentenceOf } from '@tillback/server/engine/sentence.ts'
import type { Offer } from './queries.ts'
import { useBook } from './try/use-book.ts'
import type { Writing } from './use-draft.ts'

/** What is written, as a sentence: a draft as it was saved, and what runs with the change that was not published. */
export function useSentence(offer: Offer, writing: Writing): string {
  const book = useBook(offer, writing)
  if (offer.state === 'DRAFT' || !writing.isChanged || !book.data) return offer.sentence
  const { currency, offers } = book.data
  const own = offers.filter(({ id }) => id === offer.id)
  const [read] = ruleBook.parse({ ...book.data, offers: own }).offers
  return read ? sentenceOf(read.terms, currency) : offer.sentence
}
