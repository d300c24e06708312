/** JSON as people read it; whatever else it is stays as it came. */
export function plainly(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
