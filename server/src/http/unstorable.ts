import { invalidField } from '../kit/error.ts'

/** Whether JSON text may hold, escaped, what `refuseUnstorable` refuses; whole characters above U+FFFF match as well. */
export const MAY_BE_UNSTORABLE = /\\u(?:0000|d[89a-f])/i

/** Refuses texts that the database cannot hold, naming the field: with the character U+0000, or with half a character. */
export function refuseUnstorable(value: unknown, path = ''): void {
  if (typeof value === 'string') refuseText(value, path || 'body')
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    refuseText(key, path || 'body')
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`
    refuseUnstorable(inner, path + step)
  }
}

function refuseText(text: string, path: string): void {
  if (text.includes('\0')) throw invalidField(path, 'a text with the character U+0000', 'send it without')
  if (!text.isWellFormed()) {
    throw invalidField(path, 'a text with half a character', 'send whole characters')
  }
}
