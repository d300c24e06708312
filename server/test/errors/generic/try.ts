import type { Operation } from '../../../../scripts/fuzz/document.ts'
import type { Known } from '../../../../scripts/fuzz/known.ts'
import { resourceOf } from '../../../../scripts/fuzz/known.ts'
import { randomOf } from '../../../../scripts/simulate/random.ts'
import type { Endpoint } from '../../../src/http/index.ts'
import type { Question } from '../bench.ts'
import type { Wanted } from '../book.ts'

/** An endpoint, and what is known to name in requests to it. */
export interface Subject {
  readonly endpoint: Endpoint
  readonly operation: Operation
  readonly own: Known
}

/** A request that may be refused so, and what the refusal then has to name. */
export interface Try {
  readonly question: Question
  readonly parameters: Wanted['parameters']
}

/** Makes requests of what is declared alone, one of which the endpoint refuses in the way that is meant. */
export type Tries = (subject: Subject) => Iterable<Try>

const NEVER_WAS = '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11'

/** The address with the business's own records in it. */
export function ownPath({ operation: { path }, own }: Subject): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(own.draw(name === 'id' ? resourceOf(path) : name, randomOf(1)) ?? NEVER_WAS),
  )
}

/** The request of the reference page, which every schema takes. */
export function ownRequest(subject: Subject): Question {
  const { body, example } = subject.operation
  return { path: ownPath(subject), ...(body && { body: example ?? {} }) }
}

type Fields = Record<string, unknown>

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A copy with the value at the path; undefined: without it. */
export function withAt(whole: unknown, [name, ...rest]: readonly string[], value: unknown): unknown {
  if (name === undefined) return value
  if (/^\d+$/.test(name)) {
    const items: readonly unknown[] = Array.isArray(whole) ? whole : []
    return [withAt(items[0], rest, value), ...items.slice(1)]
  }
  const { [name]: inner, ...others } = isFields(whole) ? whole : {}
  const changed = withAt(inner, rest, value)
  return changed === undefined ? others : { ...others, [name]: changed }
}

/** `products[0].sku`, as refusals name a field. */
export function pathText(path: readonly string[]): string {
  return path.reduce((text, part) => {
    if (/^\d+$/.test(part)) return `${text}[${part}]`
    return text === '' ? part : `${text}.${part}`
  }, '')
}
