import { el } from './el.ts'
import { en } from './en.ts'

export const LANGUAGES = { en, el } as const
export type Language = keyof typeof LANGUAGES

const KEPT = 'tillback.till.language'

export const currentLanguage: Language = chosen()

function chosen(): Language {
  // Rules are tested where there is no browser.
  if (typeof localStorage === 'undefined') return 'en'
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((tag) => tag?.slice(0, 2))
  return wanted.find((tag): tag is Language => tag !== undefined && tag in LANGUAGES) ?? 'en'
}

/** The page begins anew in the other language; what is being sold stays. */
export function speak(next: Language): void {
  localStorage.setItem(KEPT, next)
  location.reload()
}
