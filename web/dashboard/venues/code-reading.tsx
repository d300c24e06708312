import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { comparedTo } from './compare-reading.ts'

const words = texts.codes.reading
const TONES = { SAME: 'positive', LAYOUT: 'warning', SPACES: 'warning', OTHER: 'negative' } as const

/** What a reader makes of the code: held against what it says, letter by letter. */
export function CodeReading({ text }: { readonly text: string }) {
  const [read, setRead] = useState('')
  const outcome = read === '' ? undefined : comparedTo(text, read)
  return (
    <Card title={words.title}>
      <p className={styles.note}>{words.means}</p>
      <TextField
        label={words.field}
        value={read}
        onChange={setRead}
        autoComplete="off"
        spellCheck={false}
        data-mono=""
      />
      <p role="status">
        {outcome && (
          <>
            <Badge tone={TONES[outcome]} icon={outcome === 'SAME' ? 'check' : 'alert'}>
              {words.outcomes[outcome]}
            </Badge>{' '}
            {words.advice[outcome]}
          </>
        )}
      </p>
    </Card>
  )
}
