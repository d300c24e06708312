import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { setTheme, THEMES, type Theme, useTheme } from '../../kit/theme.ts'
import { useSignedIn } from '../client.ts'
import { setTextSize, TEXT_SIZES, type TextSize, useTextSize } from '../look/text-size.ts'
import { useRefresh } from '../queries.ts'
import { LANGUAGES, type Language, speak, useLanguage, useTexts } from '../texts/language.ts'
import view from '../view.module.css'

interface Option {
  readonly value: string
  readonly name: string
  readonly lang?: string
}

/** How the app looks and speaks on this device; messages of the shop come in the same language from then on. */
export function Looks() {
  const { me, kit } = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const tell = useMutation({
    mutationFn: (tag: Language) => client.selfService.updateProfile(session.contact, { language_code: tag }),
    onSuccess: refresh,
  })
  const choose = (tag: Language) => {
    speak(tag)
    tell.mutate(tag)
  }
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
        onChange={(tag) => choose(tag as Language)}
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
      {tell.error && <Problem of={tell.error} />}
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
