import { texts } from '../texts.ts'

const names = new Intl.DisplayNames([texts.locale], { type: 'language' })

/** A language by its name; a code that is none as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code
  } catch {
    return code
  }
}
