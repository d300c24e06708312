import { SelectField } from '../../kit/field.tsx'
import { chosenLanguage, LANGUAGES, type Language, speak } from '../texts/language.ts'
import { texts } from '../texts.ts'

const NAMES = Object.entries(LANGUAGES)

/** In which language this browser shows the dashboard. */
export function LanguageField() {
  const chosen = chosenLanguage()
  return (
    <SelectField
      label={texts.language}
      value={chosen}
      options={NAMES}
      onChange={(next) => {
        const language = NAMES.find(([tag]) => tag === next)?.[0]
        if (language !== undefined) speak(language as Language)
      }}
    />
  )
}
