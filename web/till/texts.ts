import { currentLanguage, LANGUAGES } from './texts/language.ts'

/** Every word of the till, in the language of whoever stands at it. */
export const texts = LANGUAGES[currentLanguage]
