import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Icon } from '../../kit/icon.tsx'
import { writeAddress } from '../address.ts'
import { texts } from '../texts.ts'
import { go, scoped, useAddress } from '../use-address.ts'
import { type Found, useFound } from './found.ts'
import styles from './palette.module.css'

const words = texts.palette

export interface PaletteProps {
  readonly acts: readonly Found[]
  readonly onClose: () => void
}

/** Goes anywhere by typing, and does what can be done anywhere: pages, people, receipts, ids, acts. */
export function Palette({ acts, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { found, isLooking } = useFound(text, acts)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  const chosen = Math.min(at, found.length - 1)
  const open = (one: Found | undefined) => {
    if (one === undefined) return
    onClose()
    if (one.to) go(one.to)
    one.run?.()
  }
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && found.length > 0) {
      event.preventDefault()
      setAt((chosen + step + found.length) % found.length)
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      open(found[chosen])
    }
  }
  const nothing = text.trim() !== '' && found.length === 0
  return (
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label={words.title}
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      onKeyDown={move}
    >
      <label className={styles.field}>
        <Icon name="search" size={20} />
        <input
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
          aria-label={words.title}
          placeholder={words.hint}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          autoComplete="off"
          spellCheck={false}
        />
      </label>
      <div id={`${id}-list`} role="listbox" aria-label={words.title} className={styles.list}>
        {found.map((one, index) => (
          <Option key={one.key} id={`${id}-${index}`} one={one} isChosen={index === chosen} onOpen={open} />
        ))}
      </div>
      {isLooking && <p className={styles.note}>{words.looking}</p>}
      {nothing && !isLooking && <p className={styles.note}>{words.nothing(text.trim())}</p>}
      <Announcement>{nothing && !isLooking ? words.nothing(text.trim()) : ''}</Announcement>
    </dialog>
  )
}

interface OptionProps {
  readonly id: string
  readonly one: Found
  readonly isChosen: boolean
  readonly onOpen: (one: Found) => void
}

function Option({ id, one, isChosen, onOpen }: OptionProps) {
  const option = useRef<HTMLAnchorElement>(null)
  const here = useAddress()
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    onOpen(one)
  }
  return (
    <a
      ref={option}
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      href={one.to && writeAddress(scoped(one.to, here))}
      onClick={follow}
      className={styles.option}
    >
      <Icon name={one.icon} size={18} />
      <span className={styles.name}>{one.name}</span>
      {one.about !== '' && <span className={styles.about}>{one.about}</span>}
      <span className={styles.kind}>{one.kind}</span>
    </a>
  )
}
