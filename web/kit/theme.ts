import { useSyncExternalStore } from 'react'

/** As the device has it, or as it was chosen here. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** One choice for every app of this address. */
const KEPT = 'tillback.theme'
const listeners = new Set<() => void>()

export function currentTheme(): Theme {
  const kept = localStorage.getItem(KEPT)
  return THEMES.find((theme) => theme === kept) ?? 'system'
}

/** The device decides unless something else was chosen; a choice in another tab holds here as well. */
export function followTheme(): void {
  show()
  addEventListener('storage', ({ key }) => {
    if (key === KEPT) changed()
  })
}

export function setTheme(theme: Theme): void {
  localStorage.setItem(KEPT, theme)
  changed()
}

export function useTheme(): Theme {
  return useSyncExternalStore((listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, currentTheme)
}

function changed(): void {
  show()
  for (const listener of listeners) listener()
}

function show(): void {
  const theme = currentTheme()
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
