export interface Sent {
  readonly method: string
  readonly path: string
  readonly sent: readonly string[]
}

const HERE = '…'

/** The names that only one of two requests had. */
export function differencesOf(here: readonly string[], there: readonly string[]) {
  return {
    onlyHere: here.filter((name) => !there.includes(name)),
    onlyThere: there.filter((name) => !here.includes(name)),
  }
}

/** The request as it could be sent again; what was sent under the names is not known, so each stands open. */
export function againOf({ method, path, sent }: Sent): {
  readonly curl: string
  readonly typescript: string
} {
  const query = sent.filter((name) => name.startsWith('?')).map((name) => name.slice(1))
  const names = sent.filter((name) => !name.startsWith('?'))
  const body = names.length === 0 ? undefined : bodyOf(names)
  const asked = query.length === 0 ? '' : `?${query.map((name) => `${bracketed(name)}=${HERE}`).join('&')}`
  const curl = [
    `curl -X ${method} "$URL${path}${asked}"`,
    '-H "api_key: $KEY"',
    ...(body === undefined ? [] : ["-H 'content-type: application/json'", `-d '${JSON.stringify(body)}'`]),
  ].join(' \\\n  ')
  const options = [
    `  method: '${method}',`,
    `  headers: { api_key: process.env.TILLBACK_API_KEY${body === undefined ? '' : ", 'content-type': 'application/json'"} },`,
    ...(body === undefined ? [] : [`  body: JSON.stringify(${JSON.stringify(body)}),`]),
  ]
  return { curl, typescript: [`await fetch(\`\${url}${path}${asked}\`, {`, ...options, '})'].join('\n') }
}

/** date.gte is asked as date[gte]. */
function bracketed(name: string): string {
  const [first = '', ...others] = name.split('.')
  return first + others.map((each) => `[${each}]`).join('')
}

type Body = { [name: string]: Body | Body[] | string | string[] }

function bodyOf(names: readonly string[]): Body {
  const body: Body = {}
  for (const name of names) put(body, name.split('.'))
  return body
}

function put(into: Body, [first = '', ...others]: readonly string[]): void {
  const name = first.replaceAll('[]', '')
  const isList = first.endsWith('[]')
  if (others.length === 0) {
    into[name] = isList ? [HERE] : HERE
    return
  }
  const before = into[name]
  const held = Array.isArray(before) ? before[0] : before
  const inner: Body = typeof held === 'object' ? held : {}
  into[name] = isList ? [inner] : inner
  put(inner, others)
}
