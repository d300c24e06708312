import { useState } from 'react'
import { TextField } from '../../../kit/field.tsx'

export interface WordsFieldProps {
  readonly label: string
  readonly hint?: string
  readonly words: readonly string[] | undefined
  readonly onChange: (words: readonly string[]) => void
}

/** Several words with commas between them. */
export function WordsField({ label, hint, words, onChange }: WordsFieldProps) {
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
  return <TextField label={label} hint={hint} value={text} onChange={type} />
}
