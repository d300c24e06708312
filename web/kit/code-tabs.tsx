import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { CodeBlock } from './code-block.tsx'
import styles from './code-tabs.module.css'

export interface Snippet {
  readonly name: string
  readonly shown: string
  /** Where what is shown hides a secret. */
  readonly copied?: string
}

export interface CodeTabsProps {
  readonly label: string
  readonly snippets: readonly Snippet[]
  /** What can be done with it here. */
  readonly children?: ReactNode
}

/** The same in several languages, or several sides of one thing; one of them is shown. */
export function CodeTabs({ label, snippets, children }: CodeTabsProps) {
  const id = useId()
  const [name, setName] = useState(snippets[0]?.name)
  const at = Math.max(
    0,
    snippets.findIndex((each) => each.name === name),
  )
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const next = snippets[nextOf(event.key, at, snippets.length)]
    if (!next) return
    event.preventDefault()
    setName(next.name)
    event.currentTarget.querySelector<HTMLElement>(`[data-name="${CSS.escape(next.name)}"]`)?.focus()
  }
  const list = (
    <div className={styles.tabs} role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
      {snippets.map((each, index) => (
        <button
          key={each.name}
          type="button"
          role="tab"
          className={styles.tab}
          data-name={each.name}
          aria-selected={index === at}
          aria-controls={id}
          tabIndex={index === at ? 0 : -1}
          onClick={() => setName(each.name)}
        >
          {each.name}
        </button>
      ))}
    </div>
  )
  const chosen = snippets[at]
  if (!chosen) return null
  return (
    <div className={styles.whole}>
      <CodeBlock {...chosen} tabs={{ list, panel: id }} />
      {children}
    </div>
  )
}

function nextOf(key: string, at: number, count: number): number {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count
    case 'ArrowLeft':
      return (at + count - 1) % count
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return -1
  }
}
