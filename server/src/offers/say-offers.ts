import type { Work } from '../db/index.ts'
import { type OfferTerms, sentenceOf } from '../engine/index.ts'
import { readNames } from './names.store.ts'
import { openTranslation, type Translation } from './read-terms.ts'
import { voiceIn } from './words/voice.ts'

/** Makes the sentences of the offers, in the language of whoever asks, with the names of all that any of them names. */
export async function sayerOf(
  work: Work,
  offers: readonly OfferTerms[],
  { translate, called, directory }: Translation,
): Promise<(terms: OfferTerms) => string> {
  const voice = voiceIn(work.language ?? 'en', {
    currency: translate.currency,
    names: { ofCode: await readNames(work, offers), ofStored: called },
    timeZone: directory.business.timeZone,
  })
  return (terms) => sentenceOf(terms, voice)
}

/** The sentence of one offer. */
export async function sayOffer(work: Work, terms: OfferTerms): Promise<string> {
  const say = await sayerOf(work, [terms], await openTranslation(work))
  return say(terms)
}
