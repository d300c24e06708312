import type { Names, Voice, Words } from '../../engine/index.ts'
import { dayText, type Language } from '../../kit/localised.ts'
import { english } from './english.ts'
import { dayNamed, greek } from './greek.ts'

interface Speaker {
  readonly words: Words
  readonly day: (at: Date, timeZone: string) => string
}

/** Every language that offers are told in. */
const SPEAKERS: Readonly<Record<Language, Speaker>> = {
  en: { words: english, day: (at, timeZone) => dayText(at, { language: 'en', timeZone }) },
  el: { words: greek, day: dayNamed },
}

interface Told {
  readonly currency: string
  readonly names: Names
  /** In whose calendar days are told. */
  readonly timeZone: string
}

/** How an offer is said to people. */
export function voiceIn(language: Language, { currency, names, timeZone }: Told): Voice {
  const { words, day } = SPEAKERS[language]
  return { words, currency, names, time: (at) => day(at, timeZone) }
}
