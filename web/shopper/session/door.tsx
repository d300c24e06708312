import type { ReactNode } from 'react'
import icon from '../icon.svg'
import { Brand } from '../look/brand.tsx'
import { useBranding } from '../look/branding.ts'
import { LANGUAGES, type Language, speak, useLanguage, useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './door.module.css'

/** What is seen before anybody is signed in. */
export function Door({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead: string
  readonly children?: ReactNode
}) {
  const texts = useTexts()
  const language = useLanguage()
  const branding = useBranding()
  return (
    <main className={styles.door}>
      <title>{`${title} · ${branding?.display_name ?? 'Tillback'}`}</title>
      {!branding?.logo && <img src={icon} alt="" width="56" height="56" />}
      <Brand />
      <h1 className={view.title}>{title}</h1>
      <p className={view.lead}>{lead}</p>
      {children}
      <label className={styles.language}>
        {texts.me.language}{' '}
        <select value={language} onChange={(event) => speak(event.target.value as Language)}>
          {Object.entries(LANGUAGES).map(([tag, { language: name }]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </main>
  )
}
