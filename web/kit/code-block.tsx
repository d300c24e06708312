import type { ReactNode } from 'react'
import { Announcement } from './announcement.tsx'
import { Button } from './button.tsx'
import styles from './code-block.module.css'
import { useCopy } from './copy.ts'
import { useWords } from './words.ts'

export interface CodeBlockProps {
  readonly name: string
  readonly shown: string
  readonly copied?: string
  /** In place of the name, to choose between several. */
  readonly tabs?: { readonly list: ReactNode; readonly panel: string }
}

/** Something to paste into a terminal. What is shown may hide a secret that what is copied holds. */
export function CodeBlock({ name, shown, copied = shown, tabs }: CodeBlockProps) {
  const words = useWords()
  const { state, copy } = useCopy(copied)
  return (
    <figure className={styles.block}>
      <figcaption className={styles.head}>
        {tabs ? tabs.list : name}
        <Button icon={state === 'copied' ? 'check' : 'copy'} onClick={copy}>
          {state === 'copied' ? words.copied(name) : words.copy(name)}
        </Button>
      </figcaption>
      <pre
        className={styles.code}
        {...(tabs && { id: tabs.panel, role: 'tabpanel', 'aria-label': name, tabIndex: 0 })}
      >
        <code>{state === 'refused' ? copied : shown}</code>
      </pre>
      <Announcement>{state === 'refused' ? words.copyRefused : ''}</Announcement>
    </figure>
  )
}
