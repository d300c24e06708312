/** The row that a key leads to from another; undefined: the key is for something else, or there is none. */
export function neighbour(rows: readonly string[], from: string, key: string): string | undefined {
  const at = rows.indexOf(from)
  switch (key) {
    case 'ArrowDown':
      return rows[at + 1]
    case 'ArrowUp':
      return at > 0 ? rows[at - 1] : undefined
    case 'Home':
      return rows[0]
    case 'End':
      return rows.at(-1)
    default:
      return undefined
  }
}
