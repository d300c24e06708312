import type { Offer } from './queries.ts'
import { useBook } from './try/use-book.ts'
import type { Writing } from './use-draft.ts'

/** What is written, as a sentence: a draft as it was saved, and what runs with the change that was not published. */
export function useSentence(offer: Offer, writing: Writing): string {
  const book = useBook(offer, writing)
  if (offer.state === 'DRAFT' || !writing.isChanged) return offer.sentence
  return book.data?.sentence ?? offer.sentence
}
