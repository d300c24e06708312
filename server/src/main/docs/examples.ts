import { codeBlock } from './code.ts'
import type { Operation } from './document.ts'
import { type Html, html } from './html.ts'
import { json, literal } from './notation.ts'
import { requestOf } from './requests.ts'
import { sampleOf } from './samples.ts'
import { eachNameOf, isInSdk, sdkNameOf, singularOf } from './sdk-names.ts'

/** The right-hand column of an operation: what to send, two ways, and what comes back. */
export function examplesOf(operation: Operation): Html {
  const { status, schema } = operation.reply
  return html`${codeBlock('curl', curlOf(operation))}
${isInSdk(operation) ? codeBlock('SDK', sdkOf(operation)) : undefined}
${codeBlock(`Answer ${status}`, json(sampleOf(schema, true)))}`
}

export function curlOf(operation: Operation): string {
  const { path, query, body } = requestOf(operation)
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
  const address = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '')
  const url = `"$TILLBACK_URL${address}${pairs.length > 0 ? `?${pairs.join('&')}` : ''}"`
  const usual = body === undefined ? 'GET' : 'POST'
  return [
    operation.method === usual ? `curl ${url}` : `curl -X ${operation.method} ${url}`,
    ...(operation.scopes.length === 0 ? [] : ['-H "api_key: $TILLBACK_KEY"']),
    ...(body === undefined ? [] : ['-H "Content-Type: application/json"', `-d '${quoted(json(body))}'`]),
  ].join(' \\\n  ')
}

function quoted(text: string): string {
  return text.replaceAll("'", "'\\''")
}

function sdkOf(operation: Operation): string {
  const { group, method, entity } = sdkNameOf(operation)
  const { path, query, body } = requestOf(operation)
  const queryText = Object.keys(query).length > 0 ? literal(query) : undefined
  const given = body === undefined ? queryText : literal(body)
  const args = [...Object.values(path).map((id) => `'${id}'`), ...(given === undefined ? [] : [given])].join(
    ', ',
  )
  const each = operation.reply.schema.properties?.paging ? eachNameOf(method) : undefined
  const name = each ? entity : method === 'get' ? entity : 'answer'
  const result = name.charAt(0).toLowerCase() + name.slice(1)
  return each
    ? `for await (const ${singularOf(result)} of client.${group}.${each}(${args})) {\n  console.log(${result}.id)\n}`
    : `const ${result} = await client.${group}.${method}(${args})`
}
