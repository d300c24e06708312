import { useRef, useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { TextField } from '../../kit/field.tsx'
import { useToast } from '../../kit/toast.tsx'
import type { Address } from '../address.ts'
import { Link } from '../link.tsx'
import { texts } from '../texts.ts'
import { isThere, type KeptView, LONGEST_NAME } from './kept-views.ts'
import styles from './saved-views.module.css'
import { useKeptViews } from './use-kept-views.ts'

const words = texts.savedViews

/** What the list was narrowed to before, under names, and the way to keep what it is narrowed to now. */
export function SavedViews({ address }: { readonly address: Address }) {
  const { views: all, keep, forget } = useKeptViews()
  const [isNaming, setNaming] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const tell = useToast()
  const views = all.filter(({ to }) => to.view === address.view)
  const isNarrowed = Object.keys(address.filters).length > 0
  const isNew = isNarrowed && !views.some((view) => isThere(address, view))
  // What was pressed is gone, and the keyboard would begin at the top of the page.
  const stay = () =>
    requestAnimationFrame(() => {
      const here = place.current?.querySelector<HTMLElement>('[aria-current]')
      const at = here ?? place.current
      at?.focus()
    })
  return (
    <div ref={place} tabIndex={-1} className={styles.place}>
      {views.length > 0 && (
        <nav aria-label={words.label}>
          <ul className={styles.views}>
            {views.map((view) => (
              <OneView
                key={view.name}
                view={view}
                isHere={isThere(address, view)}
                onForget={() => {
                  forget(view)
                  tell({ text: words.forgotten(view.name) })
                  stay()
                }}
              />
            ))}
          </ul>
        </nav>
      )}
      {isNew && (
        <Button kind="quiet" icon="plus" onClick={() => setNaming(true)}>
          {words.keep}
        </Button>
      )}
      {isNaming && (
        <NameView
          names={views.map(({ name }) => name)}
          onNamed={(name) => {
            keep({ name, to: address })
            tell({ text: words.kept(name) })
            stay()
          }}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  )
}

interface OneViewProps {
  readonly view: KeptView
  readonly isHere: boolean
  readonly onForget: () => void
}

function OneView({ view: { name, to }, isHere, onForget }: OneViewProps) {
  return (
    <li className={styles.view} data-here={isHere || undefined}>
      <Link to={to} aria-current={isHere ? 'true' : undefined}>
        {name}
      </Link>
      <IconButton icon="cross" label={words.forget(name)} onClick={onForget} />
    </li>
  )
}

interface NameViewProps {
  readonly names: readonly string[]
  readonly onNamed: (name: string) => void
  readonly onClose: () => void
}

function NameView({ names, onNamed, onClose }: NameViewProps) {
  const [name, setName] = useState('')
  const given = name.trim()
  return (
    <Confirm
      title={words.keep}
      action={words.keepAct}
      isReady={given !== ''}
      onConfirm={async () => onNamed(given)}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        hint={names.includes(given) ? words.replaces(given) : words.nameHint}
        value={name}
        onChange={setName}
        maxLength={LONGEST_NAME}
        autoComplete="off"
      />
    </Confirm>
  )
}
