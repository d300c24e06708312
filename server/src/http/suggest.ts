import { z } from 'zod'

/** The field names that a schema knows at a path, for "did you mean"; empty where it has none. */
export function knownNames(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  return fieldsAt(schema, path)
    .flatMap(objectsIn)
    .flatMap(({ shape }) => Object.keys(shape))
}

/** Whether what stands at a path is a secret that is never repeated: a field, or what holds it, declares `writeOnly`. */
export function isSecretAt(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const names = path.filter((part) => typeof part !== 'number')
  return names.some((_, index) =>
    fieldsAt(schema, names.slice(0, index + 1)).some((field) => field.meta()?.writeOnly === true),
  )
}

function fieldsAt(schema: z.ZodType, [head, ...rest]: readonly PropertyKey[]): readonly z.ZodType[] {
  if (head === undefined) return [schema]
  const inner = objectsIn(schema).flatMap(({ shape }) => {
    const field: unknown = Reflect.get(shape, head)
    return field instanceof z.ZodType ? [field] : []
  })
  return inner.flatMap((field) => fieldsAt(field, rest))
}

/** Looks through optional, arrays (whose positions are part of the path) and unions. */
function objectsIn(schema: unknown): z.ZodObject[] {
  if (schema instanceof z.ZodObject) return [schema]
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return objectsIn(schema.unwrap())
  }
  if (schema instanceof z.ZodArray) return objectsIn(schema.element)
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(objectsIn)
  return []
}

/** The known name nearest to what was written, if it is near enough to be meant. */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const most = Math.max(2, Math.floor(written.length / 3))
  let best: { readonly name: string; readonly distance: number } | undefined
  for (const name of names) {
    const distance = editDistance(written.toLowerCase(), name)
    if (distance <= most && (!best || distance < best.distance)) best = { name, distance }
  }
  return best?.name
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(swap, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}
