/** What stands alone begins as the words around it do; Greek keeps its accent, which a style sheet would take away. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
