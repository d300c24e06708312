import { useState } from 'react'
import { TextField } from '../../../kit/field.tsx'

export interface WordsFieldProps {
  readonly label: string
  /** What the API calls it. */
  readonly name?: string
  readonly hint?: string
  readonly words: readonly string[] | undefined
  readonly onChange: (words: readonly string[]) => void
}

/** Several words with commas between them. */
export function WordsField({ label, name, hint, words, onChange }: WordsFieldProps) {
  const [text, setText] = useState((words ?? []).join(', '))
  const type = (next: string) => {
    setText(next)
    onChange(
      next
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    )
  }
  return <TextField label={label} name={name} hint={hint} value={text} onChange={type} />
}
