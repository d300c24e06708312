import { useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { FieldRow, TextArea, TextField } from '../../kit/field.tsx'
import { texts } from '../texts.ts'
import styles from '../view.module.css'
import { checkSignature, type Verdict } from './check-signature.ts'

const words = texts.webhooks.signature
const EMPTY = { secret: '', id: '', timestamp: '', signature: '', body: '' }
const TONES = { GOOD: 'positive', OTHER: 'negative', NO_SECRET: 'warning' } as const

/** Whether a call that somebody received is ours, reckoned here: nothing of it leaves the page. */
export function Signature() {
  const [given, setGiven] = useState(EMPTY)
  const [verdict, setVerdict] = useState<Verdict>()
  const field = (name: keyof typeof EMPTY) => ({
    label: words.fields[name],
    value: given[name],
    onChange: (value: string) => {
      setGiven({ ...given, [name]: value })
      setVerdict(undefined)
    },
  })
  return (
    <details>
      <summary>{words.title}</summary>
      <form
        className={styles.parts}
        onSubmit={(event) => {
          event.preventDefault()
          void checkSignature(given).then(setVerdict)
        }}
      >
        <p className={styles.note}>{words.means}</p>
        <TextField {...field('secret')} type="password" autoComplete="off" />
        <FieldRow>
          <TextField {...field('id')} autoComplete="off" spellCheck={false} />
          <TextField {...field('timestamp')} autoComplete="off" inputMode="numeric" />
        </FieldRow>
        <TextField {...field('signature')} autoComplete="off" spellCheck={false} />
        <TextArea {...field('body')} rows={4} />
        <div>
          <Button type="submit" disabled={given.signature.trim() === ''}>
            {words.check}
          </Button>
        </div>
        <p role="status">
          {verdict && (
            <Badge tone={TONES[verdict]} icon={verdict === 'GOOD' ? 'check' : 'alert'}>
              {words.verdicts[verdict]}
            </Badge>
          )}
        </p>
      </form>
    </details>
  )
}
