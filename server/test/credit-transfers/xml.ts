/** An element as it was read: enough XML for messages and schemas, and nothing that a writer of ours is built on. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

const TOKEN =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*"[^"<]*")*)\s*(\/?)>|([^<]+)/gy
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Reads a whole document; throws where it is not well formed. */
export function readXml(text: string): Element {
  const root = open('', {})
  const path = [root]
  let at = 0
  for (const match of text.matchAll(TOKEN)) {
    if (match.index !== at) break
    at += match[0].length
    const [, closed, opened, attributes = '', isEmpty, plain] = match
    const top = path.at(-1) ?? root
    if (plain !== undefined) top.text += decoded(plain)
    if (closed !== undefined) {
      if (path.pop()?.name !== closed) throw new Error(`</${closed}> closes another element`)
    }
    if (opened === undefined) continue
    const element = open(opened, attributesOf(attributes))
    top.children.push(element)
    if (isEmpty !== '/') path.push(element)
  }
  const [document, ...others] = root.children
  if (at !== text.length || path.length !== 1 || !document || others.length > 0 || root.text.trim() !== '') {
    throw new Error(`not well formed at ${at}`)
  }
  return document
}

interface Growing extends Element {
  readonly children: Growing[]
  text: string
}

function open(name: string, attributes: Record<string, string>): Growing {
  return { name, attributes, children: [], text: '' }
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)\s*=\s*"([^"]*)"/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decoded(value)]))
}

function decoded(text: string): string {
  return text.replaceAll(/&(\w+);|&/g, (found, name: string | undefined) => {
    const meant = name === undefined ? undefined : ENTITIES[name]
    if (meant === undefined) throw new Error(`${found} is no entity`)
    return meant
  })
}
