import { useEffect, useEffectEvent, useRef } from 'react'
import { areShortcutsOn } from './shortcuts.ts'
import { isField } from './use-keys.ts'

const MOST_DIGITS = 3

/** What a key does to a quantity that is being typed; undefined: nothing was being typed, and nothing is. */
export type Typing =
  | { readonly is: 'TYPED'; readonly digits: string }
  | { readonly is: 'DONE'; readonly quantity: number }
  | { readonly is: 'LEFT' }

/** `*`, then figures, then Enter. Anything else leaves it, as more figures do than a quantity has: those come from a scanner. */
export function typeTimes(digits: string | undefined, key: string): Typing | undefined {
  if (digits === undefined) return key === '*' ? { is: 'TYPED', digits: '' } : undefined
  if (/^\d$/.test(key) && digits.length < MOST_DIGITS) return { is: 'TYPED', digits: digits + key }
  if (key === 'Backspace') return { is: 'TYPED', digits: digits.slice(0, -1) }
  return key === 'Enter' && digits !== '' ? { is: 'DONE', quantity: Number(digits) } : { is: 'LEFT' }
}

/** Hears a quantity that is typed for the selected line, wherever the focus is but in a field or a window. */
export function useTimes(told: (typing: Typing) => void): void {
  const latest = useEffectEvent(told)
  const digits = useRef<string>(undefined)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.key === 'Shift') return
      // A key of a scan: it is no quantity that comes.
      if (event.defaultPrevented) {
        if (digits.current !== undefined) latest({ is: 'LEFT' })
        digits.current = undefined
        return
      }
      if (!areShortcutsOn() || isField(event.target) || document.querySelector('dialog[open]')) return
      const typing = typeTimes(digits.current, event.key)
      if (!typing) return
      digits.current = typing.is === 'TYPED' ? typing.digits : undefined
      if (typing.is !== 'LEFT' || event.key === 'Escape') {
        event.preventDefault()
        event.stopPropagation()
      }
      latest(typing)
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => document.removeEventListener('keydown', press, { capture: true })
  }, [])
}
