/** As a `ref`: the keyboard goes on here as soon as it is there. */
export function focusAtFirst(element: HTMLElement | null): void {
  element?.focus()
}

/** After a window: where one was in the head of the page, else at the sale, where a key that is held too long presses nothing. */
export function goBack(before: Element | null): void {
  if (before instanceof HTMLElement && before.closest('header')) before.focus()
  else document.querySelector<HTMLElement>('[data-home]')?.focus()
}

/** To the field that is wrong, whose fix stands below it. */
export function focusNamed(form: HTMLFormElement, name: string): void {
  const field = form.elements.namedItem(name)
  if (field instanceof HTMLElement) field.focus()
}
