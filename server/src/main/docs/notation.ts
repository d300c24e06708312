const WIDTH = 46

/** JSON for people. */
export function json(value: unknown): string {
  return written(value, { indent: '', keys: JSON.stringify, texts: JSON.stringify, last: '' })
}

/** The same value as TypeScript writes it. */
export function literal(value: unknown, room: number): string {
  const texts = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`
  const keys = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : texts(name))
  return written(value, { indent: '', keys, texts, last: ',' }, room)
}

interface Notation {
  readonly indent: string
  readonly keys: (name: string) => string
  readonly texts: (text: string) => string
  /** What follows the last item on a line of its own. */
  readonly last: string
}

/** What fits stands on one line, as a person would write it. */
function written(value: unknown, notation: Notation, room = WIDTH): string {
  if (typeof value === 'string') return notation.texts(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const { indent, keys, last } = notation
  const deeper = { ...notation, indent: `${indent}  ` }
  const isList = Array.isArray(value)
  const items = isList
    ? value.map((item) => written(item, deeper))
    : Object.entries(value).map(([name, item]) => `${keys(name)}: ${written(item, deeper)}`)
  if (items.length === 0) return isList ? '[]' : '{}'
  const line = isList ? `[${items.join(', ')}]` : `{ ${items.join(', ')} }`
  if (line.length <= Math.min(room, WIDTH) && !line.includes('\n')) return line
  const lines = items.join(`,\n${deeper.indent}`)
  return `${isList ? '[' : '{'}\n${deeper.indent}${lines}${last}\n${indent}${isList ? ']' : '}'}`
}
