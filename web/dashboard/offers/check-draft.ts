import '@tillback/server/engine/without-eval.ts'
import '@tillback/server/kit/say-issue.ts'
import { offerChange } from '@tillback/server/offers/offer-body.ts'
import type { Draft } from './draft.ts'

export interface FieldProblem {
  /** As the API names it, such as conditions[0].minimum. */
  readonly path: string
  readonly message: string
}

/** What the server would refuse of the form of a draft, found by its own schemas before it is sent. */
export function problemsOf(draft: Draft): readonly FieldProblem[] {
  const { success, error } = offerChange.safeParse(JSON.parse(JSON.stringify(draft)))
  return success ? [] : error.issues.map(({ path, message }) => ({ path: pathText(path), message }))
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    return text === '' ? String(part) : `${text}.${String(part)}`
  }, '')
}
