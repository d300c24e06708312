import { useEffect, useId, useState } from 'react'
import { Button, IconButton } from '../../kit/button.tsx'
import type { Option } from '../../kit/field.tsx'
import { Icon } from '../../kit/icon.tsx'
import { useMedia } from '../../kit/media.ts'
import { type Address, filtered } from '../address.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from './filter-bar.module.css'
import { SavedViews } from './saved-views.tsx'

const words = texts.lists
const PAUSE_IN_TYPING = 300
const NARROW = '(width < 600px)'
const FEW = 3

export type Filter =
  | { readonly kind: 'text' | 'date'; readonly name: string; readonly label: string }
  | {
      readonly kind: 'choice'
      readonly name: string
      readonly label: string
      readonly options: readonly Option[]
    }

export interface FilterBarProps {
  readonly address: Address
  readonly filters: readonly Filter[]
}

/** What the list is narrowed to, one chip each; it stands in the address. */
export function FilterBar({ address, filters }: FilterBarProps) {
  const set = filters.filter(({ name }) => address.filters[name] !== undefined)
  const none = Object.fromEntries(filters.map(({ name }) => [name, '']))
  const isNarrow = useMedia(NARROW)
  const [isOpen, setOpen] = useState(set.length > 0)
  // On a phone many of them would stand in front of the list.
  const isFolded = isNarrow && filters.length > FEW
  return (
    <>
      <search className={styles.bar} aria-label={words.filters}>
        {isFolded && (
          <Button icon="list" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {words.filters}
          </Button>
        )}
        {(!isFolded || isOpen) &&
          filters.map((filter) => <Chip key={filter.name} filter={filter} address={address} />)}
        {set.length > 0 && (
          <Button kind="quiet" onClick={() => go(filtered(address, none))}>
            {words.clearFilters}
          </Button>
        )}
      </search>
      <SavedViews address={address} />
    </>
  )
}

function Chip({ filter, address }: { readonly filter: Filter; readonly address: Address }) {
  const { name, label } = filter
  const id = useId()
  const value = address.filters[name] ?? ''
  const set = (next: string) => go(filtered(address, { [name]: next }), { replace: true })
  return (
    <span className={styles.chip} data-set={value !== '' || undefined}>
      <label htmlFor={id}>{label}</label>
      {filter.kind === 'choice' ? (
        <select id={id} value={value} onChange={(event) => set(event.target.value)}>
          <option value="">{words.any}</option>
          {filter.options.map(([option, shown]) => (
            <option key={option} value={option}>
              {shown}
            </option>
          ))}
        </select>
      ) : filter.kind === 'date' ? (
        <input id={id} type="date" value={value} onChange={(event) => set(event.target.value)} />
      ) : (
        <TextPlace id={id} value={value} onChange={set} />
      )}
      {value !== '' && filter.kind !== 'choice' && (
        <IconButton icon="cross" label={words.clearFilter(label)} onClick={() => set('')} />
      )}
    </span>
  )
}

function TextPlace({
  id,
  value,
  onChange,
}: {
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const [text, setText] = useTyped(value, onChange)
  return (
    <input
      id={id}
      value={text}
      onChange={(event) => setText(event.target.value)}
      autoComplete="off"
      size={12}
    />
  )
}

/** What is being typed, handed on after a pause; follows what else changes the value. */
export function useTyped(value: string, onChange: (value: string) => void): [string, (text: string) => void] {
  const [text, setText] = useState(value)
  const [before, setBefore] = useState(value)
  if (before !== value) {
    setBefore(value)
    if (text.trim() !== value) setText(value)
  }
  useEffect(() => {
    const typed = text.trim()
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), PAUSE_IN_TYPING)
    return () => clearTimeout(timer)
  })
  return [text, setText]
}

export interface SearchFieldProps {
  readonly address: Address
  readonly label: string
  readonly hint?: string
}

/** The one filter that is typed first: it searches while one types. */
export function SearchField({ address, label, hint }: SearchFieldProps) {
  const value = address.filters.search ?? ''
  const [text, setText] = useTyped(value, (search) => go(filtered(address, { search }), { replace: true }))
  return (
    <search className={styles.search}>
      <label className={styles.field}>
        <Icon name="search" />
        <input
          aria-label={label}
          placeholder={hint ?? label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
        />
      </label>
      {text !== '' && (
        <IconButton icon="cross" label={words.clearFilter(label)} onClick={() => setText('')} />
      )}
    </search>
  )
}
