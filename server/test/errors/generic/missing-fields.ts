import type { Schema } from '../../../../scripts/fuzz/document.ts'
import { ownRequest, pathText, type Subject, type Try, withAt } from './try.ts'

/** Nothing, and the example without each field that is required, the outer ones first. */
export function* missingFields(subject: Subject): Iterable<Try> {
  const { path, body } = ownRequest(subject)
  if (body !== undefined) yield { question: { path, body: {} }, parameters: [] }
  const all = requiredIn(subject.operation.body, [])
  for (const at of all.toSorted((a, b) => a.length - b.length)) {
    const parent = at.slice(0, -1)
    const inside = withAt(body, at, undefined)
    yield { question: { path, body: inside }, parameters: [pathText(at)] }
    // Where the example has nothing there, or other choices beside it.
    if (parent.length > 0)
      yield { question: { path, body: withAt(body, parent, {}) }, parameters: [pathText(at)] }
  }
}

const DEPTH = 5

/** The paths of fields that a request cannot be without, if it has what is around them. */
function requiredIn(schema: Schema | undefined, at: readonly string[]): (readonly string[])[] {
  if (!schema || at.length > DEPTH) return []
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf
  if (choices) return choices.flatMap((each) => requiredIn(each, at))
  if (schema.items) return requiredIn(schema.items, [...at, '0'])
  const own = (schema.required ?? []).map((name) => [...at, name])
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    requiredIn(field, [...at, name]),
  )
  return [...own, ...inner]
}
