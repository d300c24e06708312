import { ConnectionError, PermissionError, TillbackError } from '@tillback/sdk'
import type { KitWords } from './words.ts'

/** A failure in words for whoever looks at the page. */
export function tellProblem(
  problem: unknown,
  words: KitWords,
): { readonly title: string; readonly text: string } {
  if (problem instanceof PermissionError) {
    return { title: words.notAllowed, text: words.scopeNeeded(problem.parameters.join(', ')) }
  }
  if (problem instanceof ConnectionError) return { title: words.noAnswer, text: words.noAnswerAdvice }
  if (!(problem instanceof TillbackError)) return { title: words.unexpected, text: String(problem) }
  const own = words.refusals?.[problem.code.split('.').at(-1) ?? '']
  if (own !== undefined) return { title: own, text: '' }
  return { title: problem.message, text: problem.detail === problem.message ? '' : problem.detail }
}
