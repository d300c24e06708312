import { Announcement } from './announcement.tsx'
import { useCopy } from './copy.ts'
import { Icon } from './icon.tsx'
import styles from './id.module.css'
import { shortenMiddle } from './shorten.ts'
import { useWords } from './words.ts'

export interface IdProps {
  readonly value: string
  /** What it is the code of. */
  readonly of: string
  /** Codes that people read aloud or type are not shortened. */
  readonly isWhole?: boolean
}

/** A code or id, shortened in the middle, with a button that copies the whole. */
export function Id({ value, of, isWhole = false }: IdProps) {
  const words = useWords()
  const { state, copy } = useCopy(value)
  return (
    <span className={styles.id}>
      <code title={value}>{isWhole || state === 'refused' ? value : shortenMiddle(value)}</code>
      <button type="button" className={styles.copy} aria-label={words.copy(of)} onClick={copy}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} size={14} />
      </button>
      <Announcement>{state === 'idle' ? '' : told(state, of, words)}</Announcement>
    </span>
  )
}

function told(state: 'copied' | 'refused', of: string, words: ReturnType<typeof useWords>): string {
  return state === 'copied' ? words.copied(of) : words.copyRefused
}
