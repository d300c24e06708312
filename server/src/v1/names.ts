import { missingField, Refusal, type RefusalFacts } from '../kit/error.ts'

/**
 * What version 1 calls the fields of version 2: its own name first, then where the field stands in version 2, such as
 * `{ total_amount: 'transaction_amounts.total' }`.
 */
export type Names = Readonly<Record<string, string>>

type Fields = Record<string, unknown>

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The flat fields of a request where version 2 has them; parts that it `always` has are there even if empty. */
export function nested(flat: unknown, names: Names, always: readonly string[] = []): unknown {
  if (!isFields(flat)) return flat
  const body = { ...Object.fromEntries(always.map((part) => [part, {}])), ...flat }
  for (const [name, path] of Object.entries(names)) {
    const value = body[name]
    delete body[name]
    if (value !== undefined) put(body, path.split('.'), value)
  }
  return body
}

/** Refuses a part of which something was sent, and not what it cannot be without. */
export function refuseIncomplete(body: unknown, needed: readonly string[]): void {
  for (const path of needed) {
    const [root = '', field = ''] = path.split('.')
    const part = isFields(body) ? body[root] : undefined
    if (isFields(part) && part[field] === undefined) {
      throw missingField(path, `it is needed beside ${Object.keys(part).join(', ')}`)
    }
  }
}

function put(fields: Fields, [head = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) {
    fields[head] = value
    return
  }
  const within = isFields(fields[head]) ? { ...fields[head] } : {}
  put(within, rest, value)
  fields[head] = within
}

/** The fields of an answer under their flat names; `also` names are given beside those they repeat. */
export function flattened(answer: unknown, names: Names, also: Names = {}): unknown {
  if (!isFields(answer)) return answer
  const flat = { ...answer }
  for (const [name, path] of Object.entries(also)) flat[name] = answer[path]
  for (const [name, path] of Object.entries(names)) flat[name] = take(flat, path.split('.'))
  return flat
}

function take(fields: Fields, [head = '', ...rest]: readonly string[]): unknown {
  const found = fields[head]
  if (rest.length === 0) {
    delete fields[head]
    return found
  }
  if (!isFields(found)) return undefined
  const within = { ...found }
  const value = take(within, rest)
  if (Object.keys(within).length === 0) delete fields[head]
  else fields[head] = within
  return value
}

/** A refusal that names the fields as its caller wrote them. */
export function inFlatNames(refused: Refusal, names: Names): Refusal {
  const { parameters, detail, fields, ...rest } = refused.facts
  const renamed = (path: string) => flatPath(path, names)
  const facts: RefusalFacts = {
    ...rest,
    ...(parameters && { parameters: parameters.map(renamed) }),
    ...(detail !== undefined && { detail: flatSentence(detail, names) }),
    ...(fields && {
      fields: fields.map(({ path, code, message }) => ({
        path: renamed(path),
        code,
        message: flatSentence(message, names),
      })),
    }),
  }
  return new Refusal(refused.kind, facts)
}

function flatPath(path: string, names: Names): string {
  const named = Object.entries(names).find(([, from]) => path === from || path.startsWith(`${from}.`))
  return named ? path.replace(named[1], named[0]) : path
}

/** Paths stand at the beginning of a sentence, or are recognised by their dot. */
function flatSentence(text: string, names: Names): string {
  return Object.entries(names).reduce((told, [name, path]) => {
    if (path.includes('.')) return told.replaceAll(path, name)
    return told.replaceAll(new RegExp(`(^|; )${path}(?= is )`, 'g'), `$1${name}`)
  }, text)
}
