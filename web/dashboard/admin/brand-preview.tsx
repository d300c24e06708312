import { leastContrast, NEEDED } from '@tillback/server/organisations/contrast.ts'
import { useLayoutEffect, useRef } from 'react'
import { Money } from '../../kit/money.tsx'
import { useNames } from '../queries.ts'
import { texts } from '../texts.ts'
import styles from './branding.module.css'

const words = texts.settings.branding
const LOOKS = ['light', 'dark'] as const
const SAMPLE = 12.4
const COLOUR = /^#[0-9a-f]{6}$/i

export interface Accent {
  readonly light: string
  readonly dark: string
}

interface BrandPreviewProps {
  readonly name: string
  readonly accent: Accent | undefined
  /** Its address, or the picture itself. */
  readonly logo: string | undefined
}

/** What shoppers see at the top of their app, in light and in dark, and how well it can be read. */
export function BrandPreview({ name, accent, logo }: BrandPreviewProps) {
  return (
    <div className={styles.previews}>
      {LOOKS.map((look) => (
        <Preview key={look} look={look} name={name} colour={accent?.[look]} logo={logo} />
      ))}
    </div>
  )
}

interface PreviewProps {
  readonly look: (typeof LOOKS)[number]
  readonly name: string
  readonly colour: string | undefined
  readonly logo: string | undefined
}

function Preview({ look, name, colour, logo }: PreviewProps) {
  const { currency } = useNames()
  const box = useRef<HTMLElement>(null)
  const isColour = colour !== undefined && COLOUR.test(colour)
  useLayoutEffect(() => {
    if (isColour) box.current?.style.setProperty('--brand', colour)
    else box.current?.style.removeProperty('--brand')
  }, [colour, isColour])
  const ratio = isColour ? leastContrast(colour, look).ratio : undefined
  return (
    <figure ref={box} className={styles.preview} data-look={look} aria-label={words.previews[look]}>
      <div className={styles.head}>
        {logo !== undefined && <img src={logo} alt="" className={styles.logo} />}
        <strong>{name}</strong>
      </div>
      <p className={styles.balance}>
        <Money amount={SAMPLE} currency={currency} />
      </p>
      <span className={styles.key}>{words.sampleKey}</span>
      <figcaption>
        {words.previews[look]}
        {ratio !== undefined && ` · ${words.measured(ratio, ratio >= NEEDED)}`}
      </figcaption>
    </figure>
  )
}
