import { randomUUID } from 'node:crypto'
import { placesOf } from '../../access/places.ts'
import { isFields, ownRequest, type Subject, type Try, withAt } from './try.ts'

/** An id that never was, at every place that names a record. */
export function* unknownRecords(subject: Subject): Iterable<Try> {
  yield* naming(subject, randomUUID)
}

/** The name of two records of every kind (seed-two.ts), at every place that names a record. */
export function* recordsNamedTwice(subject: Subject): Iterable<Try> {
  yield* naming(subject, () => TWO)
}

/** Both a contact's code and another's loyalty card, the number of two receipts, of two venues, of two groups of products. */
export const TWO = 'TWO'

function* naming(subject: Subject, named: () => string): Iterable<Try> {
  const { operation, own } = subject
  for (const place of placesOf([operation], own)) {
    const value = named()
    yield { question: place.ask(value), parameters: [undefined, value] }
  }
  const { path, body } = ownRequest(subject)
  for (const at of namesIn(body, [])) {
    const value = named()
    yield { question: { path, body: withAt(body, at, value) }, parameters: [undefined, value] }
  }
}

const NAMES = /^(id|code|sku|identifier|\w+_(id|code|identifier|number))$/

/** The paths in the example whose values name something. */
function namesIn(value: unknown, at: readonly string[]): (readonly string[])[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => namesIn(item, [...at, '0']))
  if (isFields(value)) return Object.entries(value).flatMap(([name, inner]) => namesIn(inner, [...at, name]))
  return typeof value === 'string' && NAMES.test(at.at(-1) ?? '') ? [at] : []
}
