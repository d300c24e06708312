import type { Session } from '../../kit/session.ts'
import { shortenMiddle } from '../../kit/shorten.ts'

/** One call of the API, as it is written in every language that is shown. */
export interface ApiCall {
  readonly method: 'GET' | 'POST'
  /** With the query. */
  readonly path: string
  readonly body?: object
  /** In the SDK, such as purchases.submit. */
  readonly sdk: string
  /** What stands there before the body. */
  readonly args?: readonly string[]
}

export interface Shown {
  readonly shown: string
  readonly copied: string
}

interface Asking {
  readonly baseUrl: string
  readonly session: Pick<Session, 'credential' | 'mode' | 'staff'>
}

/** As a command. A live credential is copied whole but shown shortened: people share screens. */
export function curlOf({ method, path, body }: ApiCall, { baseUrl, session }: Asking): Shown {
  return withCredential(session, (credential) =>
    [
      `curl ${method === 'GET' || body ? '' : `-X ${method} `}${quoted(`${baseUrl}${path}`)}`,
      `-H 'Authorization: Bearer ${credential}'`,
      ...(body ? ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(body), true)}`] : []),
    ].join(' \\\n  '),
  )
}

/** As a program that can be run as it is. */
export function sdkOf({ sdk, args = [], body }: ApiCall, { baseUrl, session }: Asking): Shown {
  const given = [...args.map((each) => `'${each}'`), ...(body ? [literal(body)] : [])].join(', ')
  return withCredential(session, (credential) =>
    [
      "import { Tillback } from '@tillback/sdk'",
      '',
      `const client = new Tillback({ apiKey: '${credential}', baseUrl: '${baseUrl}' })`,
      `console.log(await client.${sdk}(${given}))`,
    ].join('\n'),
  )
}

/** `tillback listen` against this server. It goes on for longer than a member of staff's token, so theirs does not stand in it. */
export function listenOf({ baseUrl, session }: Asking): Shown {
  const write = (key: string) =>
    `API_KEY=${key} node scripts/run.cjs listen \\\n  --url ${baseUrl} --forward http://localhost:3000/webhooks`
  if (session.staff === undefined) return withCredential(session, write)
  const open = write(session.mode === 'LIVE' ? 'tb_live_…' : 'tb_test_…')
  return { shown: open, copied: open }
}

function withCredential(
  { credential, mode, staff }: Asking['session'],
  write: (shown: string) => string,
): Shown {
  const copied = write(credential)
  const isSecret = mode === 'LIVE' || staff !== undefined
  return { copied, shown: isSecret ? write(shortenMiddle(credential, { start: 8, end: 4 })) : copied }
}

/** For a shell; what is plain stands as it is. */
function quoted(text: string, always = false): string {
  return always || !/^[\w:/.-]+$/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text
}

/** As it is written by hand: names without quotation marks, texts in single ones. */
function literal(value: unknown, indent = ''): string {
  if (typeof value === 'string') return `'${value.replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n')}'`
  if (Array.isArray(value)) return `[${value.map((each) => literal(each, indent)).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${indent}  `
  const fields = Object.entries(value).map(
    ([name, each]) => `${inner}${nameOf(name)}: ${literal(each, inner)},`,
  )
  return `{\n${fields.join('\n')}\n${indent}}`
}

function nameOf(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : `'${name}'`
}
