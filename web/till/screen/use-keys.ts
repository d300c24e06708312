import { useEffect } from 'react'
import { areShortcutsOn } from './shortcuts.ts'

/** What the keys of the till do. F1, F3, F5, F11 and F12 are the browser's. */
export type Action =
  | 'SEARCH'
  | 'MEMBER'
  | 'SPEND'
  | 'ORDERS'
  | 'RETURN'
  | 'PAY'
  | 'VOID'
  | 'HELP'
  | 'LOG'
  | 'PRINT'
  | 'SETTINGS'
  | 'SCRIPT'
  | 'CAMERA'
  | 'CLEAR'

export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly alt: boolean
  readonly ctrl: boolean
  /** Whether a field that takes text has the keyboard. */
  readonly isTyping: boolean
}

const FUNCTION_KEYS: Readonly<Record<string, Action>> = {
  F2: 'SEARCH',
  F4: 'MEMBER',
  F6: 'SPEND',
  F7: 'ORDERS',
  F8: 'RETURN',
  F9: 'PAY',
  F10: 'VOID',
}

// By place on the keyboard: the letters of another layout stand on the same keys.
const ALT_KEYS: Readonly<Record<string, Action>> = {
  KeyM: 'MEMBER',
  KeyS: 'SPEND',
  KeyO: 'ORDERS',
  KeyR: 'RETURN',
  KeyV: 'VOID',
  KeyL: 'LOG',
  KeyP: 'PRINT',
  KeyT: 'SETTINGS',
  KeyG: 'SCRIPT',
  KeyC: 'CAMERA',
}

export function actionOf({ key, code, alt, ctrl, isTyping }: KeyPress): Action | undefined {
  if (ctrl) return key === 'Enter' ? 'PAY' : undefined
  if (alt) return ALT_KEYS[code]
  if (key === '?' && !isTyping) return 'HELP'
  if (key === 'Escape') return 'CLEAR'
  return FUNCTION_KEYS[key]
}

/** Hears the keys of the till wherever the focus is, but not behind a window that is open. */
export function useKeys(act: (action: Action) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || document.querySelector('dialog[open]')) return
      const action = actionOf({
        key: event.key,
        code: event.code,
        alt: event.altKey,
        ctrl: event.ctrlKey || event.metaKey,
        isTyping: isField(event.target) || !areShortcutsOn(),
      })
      if (!action) return
      event.preventDefault()
      act(action)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [act])
}

export function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select')
}
