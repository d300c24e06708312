export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

const WHOLE = /^\{\{\s*([\w.]+)\s*\}\}$/
const PLACE = /\{\{\s*([\w.]+)\s*\}\}/g

/**
 * Fills a template with the fields of an order. A text that is one place alone, `"{{items}}"`, becomes the value itself, whatever its
 * type; within a longer text its words. An object `{"$each": "items", "as": {…}}` becomes a list with `as` filled for each item, whose
 * fields come first. A place that names nothing is null, or empty within a text.
 */
export function fillTemplate(template: Json, ...scopes: readonly unknown[]): Json {
  if (typeof template === 'string') return filledText(template, scopes)
  if (typeof template !== 'object' || template === null) return template
  if (isList(template)) return template.map((each) => fillTemplate(each, ...scopes))
  const { $each: each, as = null } = template
  if (typeof each === 'string') {
    const found = valueAt(each, scopes)
    return Array.isArray(found) ? found.map((item: unknown) => fillTemplate(as, item, ...scopes)) : []
  }
  return Object.fromEntries(
    Object.entries(template).map(([key, value]) => [key, fillTemplate(value, ...scopes)]),
  )
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value)
}

function filledText(text: string, scopes: readonly unknown[]): Json {
  const [, whole] = WHOLE.exec(text) ?? []
  if (whole !== undefined) return jsonOf(valueAt(whole, scopes))
  return text.replaceAll(PLACE, (_, path: string) => {
    const found = valueAt(path, scopes)
    if (found === undefined || found === null) return ''
    return typeof found === 'object' ? JSON.stringify(found) : String(found)
  })
}

/** Of the first scope that has the first word of the path. */
function valueAt(path: string, scopes: readonly unknown[]): unknown {
  const [first = '', ...rest] = path.split('.')
  const scope = scopes.find((each) => ownOf(each, first) !== undefined)
  return rest.reduce(ownOf, ownOf(scope, first))
}

function ownOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
  return Reflect.get(value, key)
}

function jsonOf(value: unknown): Json {
  return value === undefined ? null : JSON.parse(JSON.stringify(value))
}
