import { greek } from './el/index.ts'
import { english } from './en/index.ts'
import { pseudo } from './pseudo.ts'
import { onGround, type Told } from './told.ts'

export type Texts = Told<typeof english>

const KEPT = 'tillback.language'

/** Every language by its own name. */
export const LANGUAGES = { en: 'English', el: 'Ελληνικά' } as const
export type Language = keyof typeof LANGUAGES

/** Two that nobody speaks: one is longer and has accents, the other one runs from right to left as well. They show what does not bear it. */
const TRIED = ['xx', 'xr'] as const

/** What was chosen here, else what the browser asks for. The whole page speaks one language from its beginning. */
export function chosenLanguage(): Language | (typeof TRIED)[number] {
  // Where nothing is kept, as in tests without a page, nothing was chosen.
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEPT)
  const tried = TRIED.find((each) => each === kept)
  if (tried) return tried
  const wanted = [kept, ...navigator.languages].map((tag) => tag?.slice(0, 2))
  return wanted.find((tag): tag is Language => tag === 'en' || tag === 'el') ?? 'en'
}

export function speak(language: Language): void {
  localStorage.setItem(KEPT, language)
  location.reload()
}

export function textsIn(language: ReturnType<typeof chosenLanguage>): Texts {
  const ground: Texts = english
  return spokenIn(language, ground, greek)
}

/** Texts that are not of the first page come with the page that says them. */
export function spokenIn<Text>(
  language: ReturnType<typeof chosenLanguage>,
  ground: Text,
  inGreek: unknown,
): Text {
  if (language === 'el') return onGround(ground, inGreek)
  return language === 'en' ? ground : pseudo(ground)
}

/** Tells the browser, screen readers among it, which language this is and which way it runs. */
export function showLanguage(language: ReturnType<typeof chosenLanguage>): void {
  const { documentElement: page } = document
  page.lang = language === 'xx' || language === 'xr' ? 'en' : language
  page.dir = language === 'xr' ? 'rtl' : 'ltr'
}
