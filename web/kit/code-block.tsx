import { Announcement } from './announcement.tsx'
import { Button } from './button.tsx'
import styles from './code-block.module.css'
import { useCopy } from './copy.ts'
import { useWords } from './words.ts'

/** Something to paste into a terminal. What is shown may hide a secret that what is copied holds. */
export function CodeBlock({
  name,
  shown,
  copied = shown,
}: {
  readonly name: string
  readonly shown: string
  readonly copied?: string
}) {
  const words = useWords()
  const { state, copy } = useCopy(copied)
  return (
    <figure className={styles.block}>
      <figcaption className={styles.head}>
        {name}
        <Button icon={state === 'copied' ? 'check' : 'copy'} onClick={copy}>
          {state === 'copied' ? words.copied(name) : words.copy(name)}
        </Button>
      </figcaption>
      <pre className={styles.code}>
        <code>{state === 'refused' ? copied : shown}</code>
      </pre>
      <Announcement>{state === 'refused' ? words.copyRefused : ''}</Announcement>
    </figure>
  )
}
