/** The receipt's number in what was typed or scanned: the number itself, or the guide's code, which begins with it. */
export function referenceIn(text: string): string {
  const trimmed = text.trim()
  const fields = trimmed.split(';')
  // The number itself may have semicolons; merchant, venue and amount after it may not.
  return fields.length >= 4 ? fields.slice(0, -3).join(';') : trimmed
}
