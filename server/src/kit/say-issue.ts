import { config, type core } from 'zod'

type Issue = core.$ZodRawIssue
type Of<Code extends string> = Extract<Issue, { readonly code: Code }>

/** What a schema needs where it does not say so itself. Whoever sends a value knows no type of the library that looks at it. */
export function sayIssue(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? 'another value is needed'
    case 'invalid_value':
      return sayOneOf(issue.values)
    case 'too_small':
      return saySmall(issue)
    case 'too_big':
      return sayBig(issue)
    case 'invalid_format':
      return sayForm(issue)
    case 'not_multiple_of':
      return `it must be a multiple of ${issue.divisor}`
    case 'unrecognized_keys':
      return issue.keys.map((key) => `"${key}" is not a known field`).join('; ')
    case 'invalid_union':
      return sayUnion(issue)
    case 'invalid_key':
      return 'a name in it is not taken'
    case 'invalid_element':
      return 'something in it is not taken'
    default:
      return 'another value is needed'
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text is needed',
  number: 'a number is needed',
  bigint: 'a whole number is needed',
  int: 'a whole number is needed',
  boolean: 'true or false is needed',
  array: 'a list is needed',
  tuple: 'a list is needed',
  object: 'an object is needed',
  record: 'an object is needed',
  date: 'a date is needed',
  null: 'null is needed',
  never: 'it must be left out',
  undefined: 'it must be left out',
}

const FORMS: Readonly<Record<string, string>> = {
  email: 'an e-mail address is needed',
  url: 'an address such as https://example.com is needed',
  uuid: 'a GUID is needed',
  guid: 'a GUID is needed',
  datetime: 'a time such as 2026-11-30T09:30:00Z is needed',
  date: 'a date such as 2026-11-30 is needed',
  time: 'a time such as 09:30 is needed',
}

function sayOneOf(values: readonly unknown[]): string {
  return `${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')} is needed`
}

function saySmall({ origin, minimum, inclusive = true, exact = false }: Of<'too_small'>): string {
  if (exact) return `${counted(origin, minimum)} needed, neither more nor fewer`
  if (!isCounted(origin)) return `it must be ${inclusive ? `${minimum} or more` : `above ${minimum}`}`
  if (origin === 'string' && Number(minimum) === 1) return 'it must not be empty'
  return `at least ${counted(origin, minimum)} needed`
}

function sayBig({ origin, maximum, inclusive = true, exact = false }: Of<'too_big'>): string {
  if (exact) return `${counted(origin, maximum)} needed, neither more nor fewer`
  if (!isCounted(origin)) return `it must be ${inclusive ? `${maximum} or less` : `below ${maximum}`}`
  return `at most ${counted(origin, maximum)} taken`
}

function isCounted(origin: string): boolean {
  return ['string', 'array', 'set', 'map'].includes(origin)
}

function counted(origin: string, count: number | bigint): string {
  const isOne = Number(count) === 1
  if (origin !== 'string') return `${count} ${isOne ? 'is' : 'are'}`
  return `${count} ${isOne ? 'character is' : 'characters are'}`
}

function sayForm(issue: Of<'invalid_format'>): string {
  if (typeof issue.pattern === 'string' && issue.format === 'regex')
    return `it must have the form ${issue.pattern}`
  if (typeof issue.prefix === 'string') return `it must begin with ${issue.prefix}`
  if (typeof issue.suffix === 'string') return `it must end with ${issue.suffix}`
  return FORMS[issue.format] ?? 'another form is needed'
}

/** Each of the alternatives, where one sentence says it; which of the larger ones was meant is not known. */
function sayUnion(issue: Of<'invalid_union'>): string {
  if (Array.isArray(issue.options)) return sayOneOf(issue.options)
  const said = issue.errors.map(([first, ...more]) =>
    first && more.length === 0 && first.path.length === 0 ? first.message : undefined,
  )
  if (said.length === 0 || said.includes(undefined)) return 'another form is needed'
  return [...new Set(said)].join(', or ')
}

config({ customError: sayIssue })
