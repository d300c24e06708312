import { useEffect, useEffectEvent } from 'react'
import { neighbour } from '../../kit/neighbour.ts'
import type { Change } from '../sale/change-sale.ts'
import type { Sale } from '../sale/sale.ts'
import { areShortcutsOn } from './shortcuts.ts'
import { isField } from './use-keys.ts'

/** What a key does to the basket: the quantity of the selected line, or another line; undefined: it is for something else. */
export function lineKey(
  { basket, selected }: Pick<Sale, 'basket' | 'selected'>,
  key: string,
): Change | undefined {
  const line = basket.find((each) => each.key === selected)
  if (!line) return undefined
  const steps = { '+': 1, '-': -1, Delete: -line.quantity }[key]
  if (steps !== undefined) return { do: 'QUANTITY', key: line.key, quantity: line.quantity + steps }
  const keys = basket.map((each) => each.key)
  const next = neighbour(keys, line.key, key)
  return next === undefined ? undefined : { do: 'SELECT', key: next }
}

/** Hears these keys wherever the focus is, as scans are heard, but not in a field, a window or a drawer. */
export function useLineKeys(sale: Sale, changed: (change: Change) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
    if (isField(event.target) || document.querySelector('dialog[open]')) return
    if (event.key !== '+' && event.key !== '-' && event.key !== 'Delete' && scrolls(event.target)) return
    if (/^[+-]$/.test(event.key) && !areShortcutsOn()) return
    const change = lineKey(sale, event.key)
    if (!change) return
    event.preventDefault()
    changed(change)
  })
  useEffect(() => {
    const heard = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', heard)
    return () => document.removeEventListener('keydown', heard)
  }, [])
}

/** The drawers scroll by the same keys, and so does the page where it is longer than the screen, but among the lines themselves. */
function scrolls(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[data-lines]')) return false
  return target.closest('aside') !== null || document.documentElement.scrollHeight > innerHeight
}
