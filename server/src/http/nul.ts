import { invalidField } from '../kit/error.ts'

/** Refuses the character U+0000, which no text of the database can hold, naming the field that has it. */
export function refuseNul(value: unknown, path = ''): void {
  if (typeof value === 'string' && value.includes('\0')) {
    throw invalidField(path || 'body', 'a text with the character U+0000', 'send it without')
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? `[${key}]` : path === '' ? key : `.${key}`
    refuseNul(inner, path + step)
  }
}
