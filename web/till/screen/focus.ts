/** As a `ref`: the keyboard goes on here as soon as it is there. */
export function focusAtFirst(element: HTMLElement | null): void {
  element?.focus()
}
