import { codeBlock } from './code.ts'
import type { Operation } from './document.ts'
import { type Html, html } from './html.ts'
import { json, literal } from './notation.ts'
import { requestOf } from './requests.ts'
import { rootOf, sampleOf } from './samples.ts'
import { eachNameOf, isFollowed, isInSdk, sdkNameOf } from './sdk-names.ts'

/** The right-hand column of an operation: what to send, two ways, and what comes back. */
export function examplesOf(operation: Operation): Html {
  const { status, schema } = operation.reply
  return html`${codeBlock('curl', curlOf(operation))}
${isInSdk(operation) ? codeBlock('SDK', sdkOf(operation)) : undefined}
${codeBlock(`Answer ${status}`, json(sampleOf(schema, true, rootOf(operation))))}`
}

export function curlOf(operation: Operation): string {
  const { path, query, body } = requestOf(operation)
  const fields = Object.entries(query).map(([name, value]) => `--data-urlencode "${name}=${String(value)}"`)
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '')
  const usual = body === undefined ? 'GET' : 'POST'
  const flags = [
    ...(fields.length > 0 ? ['-G'] : []),
    ...(operation.method === usual ? [] : [`-X ${operation.method}`]),
  ]
  return [
    ['curl', ...flags, `"$BASE_URL${address}"`].join(' '),
    ...(operation.scopes.length === 0 ? [] : ['-H "api_key: $API_KEY"']),
    ...(body === undefined ? fields : ['-H "Content-Type: application/json"', `-d '${quoted(json(body))}'`]),
  ].join(' \\\n  ')
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''")
}

function sdkOf(operation: Operation): string {
  const { group, method, entity } = sdkNameOf(operation)
  const { path, query, body } = requestOf(operation)
  const given = body ?? (Object.keys(query).length > 0 ? query : undefined)
  const pages = operation.reply.schema.properties?.paging ? eachNameOf(method) : undefined
  const each = isFollowed(operation) ? method : pages
  const isEntity = each !== undefined || method === 'get'
  const result = isEntity ? entity.charAt(0).toLowerCase() + entity.slice(1) : 'answer'
  const start = each
    ? `for await (const ${result} of client.${group}.${each}(`
    : `const ${result} = await client.${group}.${method}(`
  const call = `${start}${argumentsOf(Object.values(path), given, LINE - start.length)})`
  return each ? `${call}) {\n  console.log(${result}.id)\n}` : call
}

const LINE = 60

/** What does not fit in the rest of the line is written over several. */
function argumentsOf(ids: readonly string[], given: unknown, room: number): string {
  const texts = ids.map((id) => `'${id}'`)
  if (given === undefined) return texts.join(', ')
  const left = room - texts.join(', ').length
  return [...texts, literal(given, left)].join(', ')
}
