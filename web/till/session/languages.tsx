import { Button } from '../../kit/button.tsx'
import { currentLanguage, LANGUAGES, type Language, speak } from '../texts/language.ts'

const NAMES: readonly Language[] = ['en', 'el']

/** The way to another language, in that language. */
export function Languages() {
  return NAMES.filter((name) => name !== currentLanguage).map((name) => (
    <Button key={name} lang={name} onClick={() => speak(name)}>
      {LANGUAGES[name].language}
    </Button>
  ))
}
