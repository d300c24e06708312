import { useEffect, useEffectEvent } from 'react'
import { isField } from '../screen/use-keys.ts'
import { afterSilence, BOUNCE, hear, QUIET, SILENCE } from './scanner.ts'
import { scannerSettings } from './scanner-settings.ts'

type Target = (code: string) => void

// The window that is open in front takes scans; nothing below it hears of them.
const targets: Target[] = []

/** Takes scans for as long as it is shown, before whatever took them until then. */
export function useScans(take: Target): void {
  const latest = useEffectEvent(take)
  useEffect(() => {
    // Its place among the others is that of when it was shown, however often it is drawn anew.
    const target: Target = (code) => latest(code)
    targets.push(target)
    return () => void targets.splice(targets.indexOf(target), 1)
  }, [])
}

let last = { code: '', at: Number.NEGATIVE_INFINITY }

/** As if it had been scanned by the keyboard: what comes by another way, or what the customer types on the other screen. */
export function deliverScan(code: string, at = performance.now()): void {
  const isBounce = code === last.code && at - last.at < BOUNCE
  last = { code, at }
  if (!isBounce) targets.at(-1)?.(code)
}

/** Listens on the whole page, whatever has the keyboard, and leaves no digit of a scan in a field. */
export function useScanner(): void {
  useEffect(() => {
    let burst = QUIET
    let before: FieldState | undefined
    let silence: ReturnType<typeof setTimeout> | undefined
    const deliver = (code: string, at: number) => {
      before?.restore()
      deliverScan(code, at)
    }
    const press = (event: KeyboardEvent) => {
      // They may have been learnt anew since the last key.
      const settings = scannerSettings()
      const at = event.timeStamp
      const isNext = at - burst.last <= settings.gap
      if (!isNext) before = fieldState(event.target)
      const heard = hear(
        burst,
        {
          key: event.key,
          code: event.code,
          shift: event.shiftKey,
          at,
          isRepeat: event.repeat,
          isComposing: event.isComposing,
          isCommand: event.ctrlKey || event.metaKey || event.altKey,
        },
        settings,
      )
      burst = heard.burst
      clearTimeout(silence)
      if (heard.scan !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        deliver(heard.scan, at)
      } else if (burst.text !== '') {
        // No sign within a code is a key of the till, and no blank in it presses a button.
        if (isNext && !isField(event.target)) event.preventDefault()
        silence = setTimeout(() => {
          const quiet = afterSilence(burst, performance.now(), scannerSettings())
          burst = quiet.burst
          if (quiet.scan !== undefined) deliver(quiet.scan, at)
        }, SILENCE + 5)
      }
    }
    document.addEventListener('keydown', press, { capture: true })
    return () => {
      clearTimeout(silence)
      document.removeEventListener('keydown', press, { capture: true })
    }
  }, [])
}

interface FieldState {
  restore(): void
}

function fieldState(target: EventTarget | null): FieldState | undefined {
  if (target instanceof HTMLSelectElement) {
    const { value } = target
    return { restore: () => put(target, value, 'change') }
  }
  if (!(target instanceof HTMLInputElement)) return undefined
  const { value, selectionStart, selectionEnd } = target
  return {
    restore: () => {
      if (put(target, value, 'input')) target.setSelectionRange(selectionStart, selectionEnd)
    },
  }
}

/** As if it had been done by hand, so that whoever holds the value hears of it; answers whether there was another. */
function put(field: HTMLInputElement | HTMLSelectElement, value: string, heard: 'input' | 'change'): boolean {
  if (field.value === value) return false
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event(heard, { bubbles: true }))
  return true
}
