import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { documentOf, Operation } from './document.ts'

export interface Answered {
  readonly status: number
  readonly type: string
  readonly requestId: string | undefined
  readonly text: string
}

/** Says what an answer breaks of what the document promises; undefined: nothing. */
export type Judge = (operation: Operation, answer: Answered) => string | undefined

const ERROR = '/components/schemas/Error'

export function judgeOf(document: ReturnType<typeof documentOf>): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, code: { optimize: false } })
  ajv.addSchema(document, 'api')
  const compiled = new Map<string, ValidateFunction>()
  const schemaAt = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` })
    compiled.set(pointer, known)
    return known
  }
  const breaks = (pointer: string, answer: Answered): string | undefined => {
    const check = schemaAt(pointer)
    return check(JSON.parse(answer.text)) ? undefined : ajv.errorsText(check.errors).slice(0, 500)
  }
  const refuses = ({ refusals }: Operation, answer: Answered): string | undefined => {
    const broken = breaks(ERROR, answer)
    if (broken !== undefined) return broken
    const { doc_url: page } = JSON.parse(answer.text)
    return refusals.has(page) ? undefined : `${page} is not declared: ${answer.text.slice(0, 300)}`
  }
  return (operation, answer) => {
    const { method, path, answers } = operation
    const { status, type, requestId, text } = answer
    const media = type.replace(/;.*/, '')
    if (status >= 500) return `${status}: ${text.slice(0, 300)}`
    if (requestId === undefined) return `no Request-Id: ${status} ${text.slice(0, 300)}`
    if (status === 404) return isNoRoute(text) ? undefined : `404: ${text.slice(0, 300)}`
    const declared = answers.get(String(status))
    if (!declared) return `status ${status} is not declared: ${text.slice(0, 300)}`
    if (status === 204) return text === '' ? undefined : `204 with a body: ${text.slice(0, 300)}`
    if (media === 'application/problem+json') return refuses(operation, answer)
    if (!declared.includes(media)) return `${media} is not declared for ${status}`
    if (media !== 'application/json') return undefined
    if (status >= 400) return refuses(operation, answer)
    const parts = [
      'paths',
      path,
      method.toLowerCase(),
      'responses',
      String(status),
      'content',
      media,
      'schema',
    ]
    return breaks(`/${parts.map(pointerPart).join('/')}`, answer)
  }
}

/** The path that was drawn is not that of the operation, such as one with a segment too many. */
function isNoRoute(text: string): boolean {
  return text.includes('CRM.EXCEPTIONS.ROUTENOTFOUNDEXCEPTION')
}

function pointerPart(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
