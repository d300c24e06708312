import type { Endpoint } from '../../src/http/index.ts'
import { refusalsOf } from '../../src/http/openapi.ts'
import { InvalidValue, type RefusalMaker, RequiredField } from '../../src/kit/error.ts'
import { pairName, refusalAt } from './pairs.ts'

/** An answer that refuses, as it came over the wire. */
export interface Refused {
  readonly status: number
  readonly text: string
}

/** What an answer has to be: a refusal of this kind, whose parameters begin with these (undefined: any). */
export interface Wanted {
  readonly refusal: RefusalMaker
  readonly parameters: readonly (string | undefined)[]
}

/** Which refusals were produced, and which were answered though nobody declares them. */
export interface Book {
  readonly produced: ReadonlySet<string>
  readonly undeclared: ReadonlySet<string>
  /** Looks at any answer; tells the kind of the refusal. */
  look(endpoint: Endpoint, answer: Refused): RefusalMaker | undefined
  /** Enters a refusal as produced if it is as wanted; tells what is wrong otherwise. */
  enter(endpoint: Endpoint, answer: Refused, wanted: Wanted): string | undefined
}

export function openBook(): Book {
  const produced = new Set<string>()
  const undeclared = new Set<string>()
  const look = (endpoint: Endpoint, answer: Refused) => {
    if (answer.status < 400) return undefined
    const found = refusalAt(JSON.parse(answer.text).doc_url)
    if (!found || !refusalsOf(endpoint).includes(found))
      undeclared.add(`${endpoint.name}: ${answer.status} ${answer.text}`)
    return found
  }
  const enter = (endpoint: Endpoint, answer: Refused, wanted: Wanted) => {
    look(endpoint, answer)
    const wrong = faultOf(answer, wanted)
    if (wrong !== undefined) return `${pairName(endpoint, wanted.refusal)}: ${wrong}, in ${answer.text}`
    produced.add(pairName(endpoint, wanted.refusal))
    return undefined
  }
  return { produced, undeclared, look, enter }
}

/** Refusals that are about fields of the request, each of which they name. */
const OF_FIELDS: readonly RefusalMaker[] = [InvalidValue, RequiredField]

function faultOf({ status, text }: Refused, { refusal, parameters }: Wanted): string | undefined {
  const { kind } = refusal
  if (status !== kind.status) return `the status is ${status}, not ${kind.status}`
  const told = JSON.parse(text)
  if (told.error !== kind.error) return `the code is not ${kind.error}`
  if (refusalAt(told.doc_url) !== refusal) return `it is not the refusal ${kind.name}`
  if (told.status !== kind.status || told.message !== kind.message || told.retryable !== kind.retryable)
    return 'the body does not say what the kind says'
  const [{ path = '', message = '' } = {}] = told.field_errors
  if (OF_FIELDS.includes(refusal) && (path === '' || !told.detail.includes(message)))
    return 'it does not name the field'
  if (told.detail === '') return 'it does not say what to do'
  const odd = parameters.findIndex((each, index) => each !== undefined && told.parameters[index] !== each)
  if (odd >= 0) return `parameter ${odd} is not "${parameters[odd]}"`
  return undefined
}
