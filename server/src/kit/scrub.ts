// As access/api-key.ts makes them; what follows the mode and the kind is the secret.
const KEYS = /\b(tb_(?:live|test)_(?:pk_)?)[0-9A-Za-z]{20,}/g
const ADDRESSES = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g
const PHONES = /\+\d[\d ()-]{6,}\d/g

/** The text with no key in it, wherever somebody put one by mistake. */
export function withoutKeys(text: string): string {
  return text.replaceAll(KEYS, '$1…')
}

/** The text for a log, which names nobody: neither keys nor e-mail addresses nor phones. */
export function forTheLog(text: string): string {
  return withoutKeys(text).replaceAll(ADDRESSES, '…@…').replaceAll(PHONES, '+…')
}
