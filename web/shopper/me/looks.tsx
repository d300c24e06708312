import { useId } from 'react'
import { setTheme, THEMES, type Theme, useTheme } from '../../kit/theme.ts'
import { setTextSize, TEXT_SIZES, type TextSize, useTextSize } from '../look/text-size.ts'
import { LANGUAGES, type Language, speak, useLanguage, useTexts } from '../texts/language.ts'
import view from '../view.module.css'

interface Option {
  readonly value: string
  readonly name: string
  readonly lang?: string
}

/** How the app looks and speaks on this device. */
export function Looks() {
  const { me, kit } = useTexts()
  const languages = Object.entries(LANGUAGES).map(([tag, { language }]) => ({
    value: tag,
    name: language,
    lang: tag,
  }))
  return (
    <section className={view.card} aria-labelledby="looks">
      <h2 id="looks" className={view.subtitle}>
        {me.theme}
      </h2>
      <Choice
        label={me.language}
        value={useLanguage()}
        options={languages}
        onChange={(tag) => speak(tag as Language)}
      />
      <Choice
        label={me.textSize}
        value={useTextSize()}
        options={TEXT_SIZES.map((size) => ({ value: size, name: me.textSizes[size] }))}
        onChange={(size) => setTextSize(size as TextSize)}
      />
      <Choice
        label={kit.theme.change}
        value={useTheme()}
        options={THEMES.map((theme) => ({ value: theme, name: kit.theme[theme] }))}
        onChange={(theme) => setTheme(theme as Theme)}
      />
    </section>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId()
  return (
    <div className={view.field}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.name}
          </option>
        ))}
      </select>
    </div>
  )
}
