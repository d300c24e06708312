import { z } from 'zod'
import { present } from '../kit/invariant.ts'
import type { Names } from './names.ts'

type Shape = Record<string, z.ZodType>

/** The schema of a request with its fields under flat names; what is moved is no longer taken where version 2 has it. */
export function flatRequest(schema: z.ZodType, names: Names): z.ZodType {
  return z.strictObject(renamed(schema, names))
}

/** The schema of an answer, or of each row of a list, with its fields under flat names. */
export function flatAnswer(schema: z.ZodType, names: Names, also: Names): z.ZodType {
  const repeated = Object.entries(also).map(([name, path]) => [name, fieldAt(schema, path)])
  return z.object({ ...renamed(schema, names), ...Object.fromEntries(repeated) })
}

/** The parts that version 2 needs and of which version 1 has moved fields away: what is left of them may be sent empty. */
export function neededParts(schema: z.ZodType | undefined, names: Names): readonly string[] {
  const shape = shapeOf(schema) ?? {}
  const roots = Object.values(names).flatMap((path) =>
    path.includes('.') ? path.split('.').slice(0, 1) : [],
  )
  return [...new Set(roots)].filter((root) => shape[root] && !isOptional(shape[root]))
}

/** Fields that a part of version 2 cannot be without, where the part itself may be left out: `part.field`. */
export function neededWithin(schema: z.ZodType | undefined, names: Names): readonly string[] {
  const shape = shapeOf(schema) ?? {}
  return Object.values(names).filter((path) => {
    const [root = '', field = ''] = path.split('.')
    const part = shape[root]
    const inner = shapeOf(part)?.[field]
    return part && inner && isOptional(part) && !isOptional(inner)
  })
}

function renamed(schema: z.ZodType, names: Names): Shape {
  const shape = { ...shapeOf(schema) }
  for (const path of Object.values(names)) {
    const [root = '', ...rest] = path.split('.')
    const left = without(shape[root], rest)
    if (left) shape[root] = left
    else delete shape[root]
  }
  const flat = Object.entries(names).map(([name, path]) => [name, fieldAt(schema, path)])
  return { ...shape, ...Object.fromEntries(flat) }
}

/** The field that stands at a path; optional if anything on the way to it is. */
function fieldAt(schema: z.ZodType, path: string): z.ZodType {
  const [root = '', ...rest] = path.split('.')
  const field = present(shapeOf(schema)?.[root], `version 2 has ${path}`)
  if (rest.length === 0) return field
  const found = fieldAt(field, rest.join('.'))
  return isOptional(field) && !isOptional(found) ? found.optional() : found
}

/** What is left of a field when a part of it is moved; undefined: nothing. */
function without(field: z.ZodType | undefined, path: readonly string[]): z.ZodType | undefined {
  const [head, ...rest] = path
  if (field === undefined || head === undefined) return undefined
  const shape = { ...shapeOf(field) }
  const left = without(shape[head], rest)
  if (left) shape[head] = left
  else delete shape[head]
  if (Object.keys(shape).length === 0 || !isOneObject(field)) return undefined
  // What is moved may say it all, so the rest need not be sent.
  return z
    .strictObject(shape)
    .optional()
    .meta(field.meta() ?? {})
}

function shapeOf(schema: z.ZodType | undefined): Shape | undefined {
  const object = objectIn(schema)
  return object && Object.fromEntries(Object.entries(object.shape).filter(isField))
}

function isField(entry: [string, unknown]): entry is [string, z.ZodType] {
  return entry[1] instanceof z.ZodType
}

function objectIn(schema: unknown): z.ZodObject | undefined {
  if (schema instanceof z.ZodObject) return schema
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return objectIn(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.map(objectIn).find((option) => option !== undefined)
  return undefined
}

/** Whether it is an object and nothing else; a range of times may also be one time. */
function isOneObject(schema: unknown): boolean {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return isOneObject(schema.unwrap())
  return schema instanceof z.ZodObject
}

function isOptional(schema: z.ZodType): boolean {
  return schema.safeParse(undefined).success
}
