import { createContext, use, useSyncExternalStore } from 'react'
import { el } from './el.ts'
import { en, type Texts } from './en.ts'

export const LANGUAGES = { en, el } as const
export type Language = keyof typeof LANGUAGES

const KEPT = 'tillback.shopper-language'
const listeners = new Set<() => void>()
let language: Language = chosen()

function chosen(): Language {
  const wanted = [localStorage.getItem(KEPT), ...navigator.languages].map((tag) => tag?.slice(0, 2))
  return wanted.find((tag): tag is Language => tag !== undefined && tag in LANGUAGES) ?? 'en'
}

export function useLanguage(): Language {
  return useSyncExternalStore(
    (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => language,
  )
}

export function speak(next: Language): void {
  localStorage.setItem(KEPT, next)
  language = next
  for (const changed of listeners) changed()
}

export function currentLanguage(): Language {
  return language
}

export function currentTexts(): Texts {
  return LANGUAGES[language]
}

const Words = createContext<Texts>(en)

export const TextsProvider = Words.Provider

/** Every word of the app, in the language of whoever looks at it. */
export function useTexts(): Texts {
  return use(Words)
}
