import { useEffect, useId, useRef, useState } from 'react'
import { IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { type Address, viewOf } from '../address.ts'
import { texts } from '../texts.ts'
import { go } from '../use-address.ts'
import styles from './search.module.css'

const words = texts.wallets
const PAUSE_IN_TYPING = 250

/** Searches while one types; what is sought stands in the address. */
export function Search({ address }: { readonly address: Address }) {
  const { search = '', contact } = address
  const [text, setText] = useState(search)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    const sought = text.trim()
    if (sought === search) return
    const find = () => go(viewOf('wallets', { search: sought, contact }), { replace: true })
    const timer = setTimeout(find, PAUSE_IN_TYPING)
    return () => clearTimeout(timer)
  }, [text, search, contact])
  return (
    <search className={styles.search}>
      <label htmlFor={id}>{words.find}</label>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={input}
          id={id}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-describedby={`${id}-hint`}
        />
        {text !== '' && (
          <IconButton
            icon="cross"
            label={words.clear}
            onClick={() => {
              setText('')
              input.current?.focus()
            }}
          />
        )}
      </div>
      <p id={`${id}-hint`}>{words.findHint}</p>
    </search>
  )
}
