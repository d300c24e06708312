import { readFileSync } from 'node:fs'

/** A type of the wire: of fields, by their path such as `content[].contact.id`. */
export type Fields = ReadonlyMap<string, string>

/** An operation of the contract, as it is written in fixtures/wire.md. */
export interface WireOperation {
  readonly method: string
  readonly path: string
  readonly query: readonly string[]
  readonly request: Fields
  /** Of the answer that tells something. */
  readonly reply: Fields
}

export function readWire(): readonly WireOperation[] {
  const text = readFileSync(new URL('fixtures/wire.md', import.meta.url), 'utf8')
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => operationIn(part))
}

function operationIn(part: string): WireOperation {
  const [head = '', ...lines] = part.split('\n')
  const [method = '', path = ''] = head.trim().split(' ')
  // A range of times is a filter of its name.
  const query = lines.flatMap((line) => /^- query `(\w+)(?:\[\w+\])?`/.exec(line)?.[1] ?? [])
  return {
    method,
    path,
    query: [...new Set(query)],
    request: fieldsAfter(lines, /^request /),
    reply: fieldsAfter(lines, /^response 20[01]/),
  }
}

/** The first block with fields in it below a line that begins so. */
function fieldsAfter(lines: readonly string[], begins: RegExp): Fields {
  const fields = new Map<string, string>()
  for (const [at, line] of lines.entries()) {
    if (!begins.test(line) || lines[at + 1] !== '```') continue
    const block = lines.slice(at + 2, lines.indexOf('```', at + 2))
    for (const [path, type] of fieldsIn(block)) fields.set(path, type)
    if (fields.size > 0) break
  }
  return fields
}

/** `  name*: type?`, two spaces a level. */
const FIELD = /^( *)([^:*]+?)\s*\*?: (.+)$/

function fieldsIn(block: readonly string[]): [string, string][] {
  const above: string[] = []
  return block.flatMap((line) => {
    const [, indent = '', name = '', written = ''] = FIELD.exec(line) ?? []
    if (name === '') return []
    const type = written.replace(/\?$/, '')
    const depth = indent.length / 2
    above.length = depth
    const path = [...above, name].join('.')
    above.push(type === 'object[]' ? `${name}[]` : name)
    return [[path, type] as [string, string]]
  })
}
