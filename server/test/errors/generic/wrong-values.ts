import type { Schema } from '../../../../scripts/fuzz/document.ts'
import { ownPath, ownRequest, type Subject, type Try, withAt } from './try.ts'

/** What no schema takes, but one that takes anything. */
const WRONG = [[[]]]

/** A wrong value in a field; a field, filter or part of the address that there cannot be; a header that is too long. */
export function* wrongValues(subject: Subject): Iterable<Try> {
  const { operation, endpoint } = subject
  const { body, path } = ownRequest(subject)
  for (const field of fieldsOf(operation.body)) {
    yield { question: { path, body: withAt(body, [field], WRONG) }, parameters: [field] }
    yield { question: { path, body: withAt(body, [field], WRONG) }, parameters: [`${field}[0]`] }
  }
  if (body !== undefined)
    yield { question: { path, body: { ...Object(body), no_such_field: 1 } }, parameters: ['no_such_field'] }
  if (endpoint.query)
    yield { question: { path: `${path}?no_such_filter=1`, body }, parameters: ['no_such_filter'] }
  const [name] = [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  if (name !== undefined) {
    const unstorable = operation.path.replace(`{${name}}`, '%00').replaceAll(/\{\w+\}/g, 'x')
    yield { question: { path: unstorable, body }, parameters: [name] }
  }
  // Also where nothing is asked: no text with that character can be kept or compared.
  yield { question: { path: `${path}?nothing=%00`, body }, parameters: ['nothing'] }
  if (endpoint.access !== 'public')
    yield {
      question: { path: ownPath(subject), headers: { 'x-api-key': 'another' } },
      parameters: ['api_key'],
    }
}

function fieldsOf(schema: Schema | undefined): readonly string[] {
  return Object.keys(schema?.properties ?? {})
}
