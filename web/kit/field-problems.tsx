import { TillbackError } from '@tillback/sdk'
import { createContext, use } from 'react'

/** What is wrong with the fields of a form, by the names that the API gives them, such as taps[0].code. */
export type FieldProblems = ReadonlyMap<string, string>

export const NO_PROBLEMS: FieldProblems = new Map()

const Context = createContext<FieldProblems>(NO_PROBLEMS)

/** Makes known to all fields below what is wrong with them. */
export const FieldProblemsProvider = Context.Provider

export function useFieldProblem(name: string | undefined): string | undefined {
  const problems = use(Context)
  return name === undefined ? undefined : problems.get(name)
}

/** What a refusal says field by field. Beside its field it need not say again which it is of and what stands there. */
export function fieldProblemsOf(failure: unknown): FieldProblems {
  const fields = failure instanceof TillbackError ? failure.fieldErrors : []
  return new Map(fields.map(({ path, message }) => [path, needed(message)]))
}

function needed(message: string): string {
  const [, need = message] = /^\S+ is (?:missing|"(?:[^"\\]|\\.)*"|[^;]*); (.+)$/s.exec(message) ?? []
  return `${need.charAt(0).toUpperCase()}${need.slice(1)}`
}
