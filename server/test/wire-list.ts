/**
 * The fields of an answer as the contract lists them: one on a line, `name: type`, what is inside an object two spaces deeper. `object[]` is
 * a list, `integer(epoch)` a number, `A|B` one of some words.
 */
export interface ListedField {
  readonly name: string
  readonly type: string
  readonly fields: readonly ListedField[]
}

interface Open {
  readonly depth: number
  readonly fields: ListedField[]
}

export function fieldsListed(list: string): readonly ListedField[] {
  const root: ListedField[] = []
  const open: Open[] = [{ depth: -1, fields: root }]
  for (const line of list.split('\n').filter((text) => text.trim() !== '')) {
    const depth = line.search(/\S/)
    const [name = '', type = ''] = line.trim().split(': ')
    while ((open.at(-1)?.depth ?? -1) >= depth) open.pop()
    const fields: ListedField[] = []
    open.at(-1)?.fields.push({ name, type, fields })
    open.push({ depth, fields })
  }
  return root
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^object\[\]$/, 'list'],
  [/^object$/, 'object'],
  [/^(number|integer)/, 'number'],
  [/^boolean$/, 'boolean'],
  [/./, 'string'],
]

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'list'
  return value === null ? 'null' : typeof value
}

/**
 * What is wrong with answers of one kind, taken together: a field that one of them lacks, that has another type, or that none of them ever
 * has a value of. Null stands for what an answer has nothing to say of.
 */
export function differencesFromList(
  fields: readonly ListedField[],
  answers: readonly unknown[],
  path = '',
): string[] {
  const objects = answers.filter((value): value is object => kindOf(value) === 'object')
  return fields.flatMap(({ name, type, fields: inside }) => {
    const full = path === '' ? name : `${path}.${name}`
    const values = objects.map((each): unknown => Object.getOwnPropertyDescriptor(each, name)?.value)
    const wanted = KINDS.find(([pattern]) => pattern.test(type))?.[1]
    const told = values.filter((value) => value !== undefined && value !== null)
    const lacking = values.includes(undefined) ? [`${full} is missing`] : []
    const other = told.filter((value) => kindOf(value) !== wanted).map((value) => kindOf(value))
    const mistyped = other.map((kind) => `${full} is ${kind}, ${type} is listed`)
    const never = told.length === 0 ? [`${full} never has a value`] : []
    const members = told.flatMap((value): readonly unknown[] => (Array.isArray(value) ? value : [value]))
    return [...new Set([...lacking, ...mistyped, ...never])].concat(
      inside.length > 0 && never.length === 0 ? differencesFromList(inside, members, full) : [],
    )
  })
}
