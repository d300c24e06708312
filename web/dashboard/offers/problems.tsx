import { TillbackError } from '@tillback/sdk'
import { createContext, type ReactNode, useContext } from 'react'
import type { FieldProblem } from './check-draft.ts'

interface Found {
  /** The part of the draft that is being written. */
  readonly at: string
  readonly problems: readonly FieldProblem[]
}

const Problems = createContext<Found>({ at: '', problems: [] })

/** Makes known to all fields below what is wrong with the draft. */
export function ProblemsOf({
  problems,
  children,
}: {
  readonly problems: readonly FieldProblem[]
  readonly children: ReactNode
}) {
  return <Problems value={{ at: '', problems }}>{children}</Problems>
}

/** The fields below belong to this part, such as award or conditions[0]. */
export function PartOf({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const { at, problems } = useContext(Problems)
  return <Problems value={{ at: joined(at, name), problems }}>{children}</Problems>
}

/** What is wrong with a field of this part, as the server says it; without a name, with the part itself. */
export function useProblem(): (field?: string) => string | undefined {
  const { at, problems } = useContext(Problems)
  return (field = '') => {
    const wanted = joined(at, field)
    return problems.find(({ path }) => path === wanted)?.message
  }
}

function joined(at: string, name: string): string {
  if (at === '' || name === '') return `${at}${name}`
  return name.startsWith('[') ? `${at}${name}` : `${at}.${name}`
}

/** What the server refused field by field, to be shown beside them. */
export function refusedFields(failure: unknown): readonly FieldProblem[] {
  return failure instanceof TillbackError ? failure.fieldErrors : []
}
