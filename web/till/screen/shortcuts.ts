const KEPT = 'tillback.till.shortcuts'

/** Keys of one letter or sign can be switched off: whoever speaks to the machine would press them with every word. */
export function areShortcutsOn(): boolean {
  return localStorage.getItem(KEPT) !== 'off'
}

export function setShortcuts(on: boolean): void {
  localStorage.setItem(KEPT, on ? 'on' : 'off')
}
