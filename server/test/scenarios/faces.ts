import { declaredEndpoints } from '../../src/main/docs/declared.ts'
import { type Answer, ask } from '../harness.ts'
import { answerFromV1, bodyToV1, queryToV1 } from './flat-names.ts'

/** How a client writes: which version of the API, and how its bodies are encoded. */
export interface Face {
  readonly version: 'v1' | 'v2'
  readonly encoding: 'JSON' | 'form'
}

export const FACES: readonly Face[] = [
  { version: 'v2', encoding: 'JSON' },
  { version: 'v2', encoding: 'form' },
  { version: 'v1', encoding: 'JSON' },
  { version: 'v1', encoding: 'form' },
]

/** What a client asks, in the names of version 2 whatever it writes. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Below `/backoffice/v1` or `/backoffice/v2`, as the face has it; with a slash in front it is the whole path. */
  readonly path: string
  readonly body?: object | undefined
  readonly headers?: Record<string, string> | undefined
}

/** Sends a request as a client of that face writes it, and reads the answer back into the names of version 2. */
export async function askAs(
  { version, encoding }: Face,
  { url, key }: { readonly url: string; readonly key: string },
  { method, path, body, headers }: Request,
): Promise<Answer> {
  const flat = version === 'v1' && isServedInV1(method, path)
  const sent = flat && body ? bodyToV1(body) : body
  const isForm = encoding === 'form' && sent !== undefined
  const answer = await ask(url, key, {
    method,
    path: flat ? `/backoffice/v1/${queryToV1(path)}` : path,
    body: isForm ? formOf(sent) : sent,
    headers: { ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers },
  })
  return flat ? { ...answer, body: answerFromV1(answer) } : answer
}

const servedInV1 = declaredEndpoints()
  .filter(({ path }) => path.startsWith('/backoffice/v1/'))
  .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))

/** Whether a path stands in version 1 as well; a story goes to version 2 with the rest. */
export function isServedInV1(method: string, path: string): boolean {
  const whole = `/backoffice/v1/${path.split('?')[0]}`
  return (
    !path.startsWith('/') && servedInV1.some((each) => each.method === method && each.pattern.test(whole))
  )
}

/** `products[0][sku]=…`: the form that says the same as the JSON. */
export function formOf(body: object): string {
  return fieldsOf(body)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&')
}

function fieldsOf(value: object, within = ''): [string, string][] {
  return Object.entries(value).flatMap(([key, inner]): [string, string][] => {
    const name = within === '' ? key : `${within}[${key}]`
    if (inner === undefined) return []
    if (inner === null) throw new Error(`${name} is null, which a form cannot say`)
    return typeof inner === 'object' ? fieldsOf(inner, name) : [[name, String(inner)]]
  })
}
