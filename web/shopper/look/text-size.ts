import { useSyncExternalStore } from 'react'

/** How large all text is; every size in the app is counted from it. */
const SIZES = { normal: '100%', large: '115%', largest: '130%' } as const
export type TextSize = keyof typeof SIZES
export const TEXT_SIZES = Object.keys(SIZES) as readonly TextSize[]

const KEPT = 'tillback.shopper-text'
const listeners = new Set<() => void>()

function currentSize(): TextSize {
  const kept = localStorage.getItem(KEPT)
  return TEXT_SIZES.find((size) => size === kept) ?? 'normal'
}

export function followTextSize(): void {
  document.documentElement.style.fontSize = SIZES[currentSize()]
}

export function setTextSize(size: TextSize): void {
  localStorage.setItem(KEPT, size)
  followTextSize()
  for (const changed of listeners) changed()
}

export function useTextSize(): TextSize {
  return useSyncExternalStore((changed) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }, currentSize)
}
