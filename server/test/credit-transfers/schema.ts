import type { Element } from './xml.ts'
import { readXml } from './xml.ts'

/**
 * Validates documents by an XML schema: sequences and choices of elements, simple contents with attributes, and restrictions of
 * texts, decimals, dates and booleans, which is all that messages of ISO 20022 are made of.
 */
export interface Schema {
  /** What is wrong with the document, each with its path. */
  problems(document: string): readonly string[]
}

export function readSchema(xsd: string): Schema {
  const { children } = readXml(xsd)
  const types = new Map(
    children
      .filter(({ name }) => name === 'xs:complexType' || name === 'xs:simpleType')
      .map((type) => [type.attributes.name ?? '', type]),
  )
  const root = children.find(({ name }) => name === 'xs:element')
  const namespace = readXml(xsd).attributes.targetNamespace
  return {
    problems: (document) => {
      const element = readXml(document)
      if (element.name !== root?.attributes.name) return [`the root is ${element.name}`]
      if (element.attributes.xmlns !== namespace) return [`the namespace is ${element.attributes.xmlns}`]
      return typeProblems(types, { element, type: root.attributes.type ?? '', path: element.name })
    },
  }
}

type Types = ReadonlyMap<string, Element>

interface Typed {
  readonly element: Element
  readonly type: string
  readonly path: string
}

function typeProblems(types: Types, { element, type, path }: Typed): readonly string[] {
  const declared = types.get(type)
  if (!declared) throw new Error(`the schema has no type ${type}`)
  if (declared.name === 'xs:simpleType') {
    const nested = element.children.map(({ name }) => `${path} holds an element ${name}`)
    return [...nested, ...valueProblems(declared, element.text).map((problem) => `${path} ${problem}`)]
  }
  const [content] = declared.children
  if (content?.name === 'xs:simpleContent') return contentProblems(types, content, { element, type, path })
  const text = element.text.trim() === '' ? [] : [`${path} holds a text`]
  const order = content?.name === 'xs:choice' ? choiceProblems : sequenceProblems
  return [...text, ...order(types, content?.children ?? [], { element, type, path })]
}

function contentProblems(types: Types, content: Element, { element, path }: Typed): readonly string[] {
  const [extension] = content.children
  const [attribute] = extension?.children ?? []
  const base = types.get(extension?.attributes.base ?? '')
  const name = attribute?.attributes.name ?? ''
  const attributeType = types.get(attribute?.attributes.type ?? '')
  if (!base || !attributeType) throw new Error(`the schema does not say what ${path} is`)
  const value = element.attributes[name]
  const told = value === undefined ? [`has no ${name}`] : valueProblems(attributeType, value)
  return [...told, ...valueProblems(base, element.text)].map((problem) => `${path} ${problem}`)
}

function sequenceProblems(
  types: Types,
  wanted: readonly Element[],
  { element, path }: Typed,
): readonly string[] {
  const problems: string[] = []
  const left = [...element.children]
  for (const { attributes } of wanted) {
    const most =
      attributes.maxOccurs === 'unbounded' ? Number.POSITIVE_INFINITY : Number(attributes.maxOccurs ?? 1)
    let count = 0
    while (left[0]?.name === attributes.name && count < most) {
      count += 1
      const child = left.shift()
      if (child) problems.push(...typeProblems(types, childOf(child, attributes, path)))
    }
    if (count < Number(attributes.minOccurs ?? 1))
      problems.push(`${path} has no ${attributes.name} in its place`)
  }
  return [...problems, ...left.map(({ name }) => `${path} has ${name} where it may not be`)]
}

function choiceProblems(
  types: Types,
  wanted: readonly Element[],
  { element, path }: Typed,
): readonly string[] {
  const [child, ...others] = element.children
  const chosen = wanted.find(({ attributes }) => attributes.name === child?.name)
  if (!child || !chosen || others.length > 0) return [`${path} does not have exactly one of its choices`]
  return typeProblems(types, childOf(child, chosen.attributes, path))
}

function childOf(element: Element, { type = '' }: Element['attributes'], path: string): Typed {
  return { element, type, path: `${path}/${element.name}` }
}

const BASES: Readonly<Record<string, RegExp>> = {
  'xs:string': /^[\s\S]*$/,
  'xs:decimal': /^[+-]?(\d+(\.\d*)?|\.\d+)$/,
  'xs:boolean': /^(true|false|1|0)$/,
  'xs:date': /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(Z|[+-]\d{2}:\d{2})?$/,
  'xs:dateTime':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d{2}:\d{2})?$/,
}

function valueProblems({ children }: Element, value: string): readonly string[] {
  const [restriction] = children
  const base = BASES[restriction?.attributes.base ?? '']
  if (!restriction || !base) throw new Error('a simple type of the schema is not understood')
  if (!base.test(value)) return [`is "${value}", which is no ${restriction.attributes.base}`]
  const choices = restriction.children.filter(({ name }) => name === 'xs:enumeration')
  const isChosen = choices.length === 0 || choices.some(({ attributes }) => attributes.value === value)
  const facets = restriction.children.filter(({ name }) => name !== 'xs:enumeration')
  const broken = facets.filter(({ name, attributes }) => !keeps(name, attributes.value ?? '', value))
  return [
    ...(isChosen ? [] : [`is "${value}", which is not one of its values`]),
    ...broken.map(({ name, attributes }) => `is "${value}", which breaks ${name} ${attributes.value}`),
  ]
}

function keeps(facet: string, limit: string, value: string): boolean {
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.')
  const digits = (whole.replace(/^0+/, '') + fraction.replace(/0+$/, '')).length
  switch (facet) {
    case 'xs:minLength':
      return [...value].length >= Number(limit)
    case 'xs:maxLength':
      return [...value].length <= Number(limit)
    case 'xs:pattern':
      return new RegExp(`^(?:${limit})$`).test(value)
    case 'xs:minInclusive':
      return Number(value) >= Number(limit)
    case 'xs:maxInclusive':
      return Number(value) <= Number(limit)
    case 'xs:totalDigits':
      return digits <= Number(limit)
    case 'xs:fractionDigits':
      return fraction.replace(/0+$/, '').length <= Number(limit)
    default:
      throw new Error(`the facet ${facet} is not understood`)
  }
}
