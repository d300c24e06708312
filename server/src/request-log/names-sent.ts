/** More would not be read. */
const MOST_NAMES = 60
/** Entries of a list look alike. */
const LOOKED_AT = 3
const DEEPEST = 6

/** A name that the API does not have may be anything, a telephone number among it. */
export const UNKNOWN = '…'

/** The names of fields that were sent, each once, as far as the API has them: never what was sent under them. */
export function namesSent(body: unknown, known: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>()
  const walk = (value: unknown, before: string, depth: number) => {
    if (depth > DEEPEST || found.size >= MOST_NAMES) return
    if (Array.isArray(value)) {
      for (const each of value.slice(0, LOOKED_AT)) walk(each, `${before}[]`, depth + 1)
      return
    }
    if (typeof value !== 'object' || value === null) {
      if (before !== '') found.add(before)
      return
    }
    for (const [name, inner] of Object.entries(value)) {
      if (known.has(name)) walk(inner, before === '' ? name : `${before}.${name}`, depth + 1)
    }
  }
  walk(body, '', 0)
  return [...found]
}

/** Where a refused field stands; what the API has no name for is left out. */
export function knownPath(path: string, known: ReadonlySet<string>): string {
  return path
    .split('.')
    .map((part) => {
      const [, name = '', places = ''] = /^([^[\]]*)((?:\[\d{1,6}\])*)$/.exec(part) ?? []
      return known.has(name) || (name === '' && places !== '') ? `${name}${places}` : UNKNOWN
    })
    .join('.')
}

/** All names of properties in a schema of JSON, at any depth. */
export function namesOf(schema: unknown): ReadonlySet<string> {
  const names = new Set<string>()
  const walk = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'properties' && typeof inner === 'object' && inner !== null)
        for (const name of Object.keys(inner)) names.add(name)
      walk(inner)
    }
  }
  walk(schema)
  return names
}
