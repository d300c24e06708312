import { ConnectionError, PermissionError, TillbackError } from '@tillback/sdk'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Id } from './id.tsx'
import styles from './problem.module.css'
import { type KitWords, useWords } from './words.ts'

/** What went wrong, what to name to support, and another try. */
export function Problem({ of, retry }: { readonly of: unknown; readonly retry?: () => unknown }) {
  const words = useWords()
  const { title, text } = tellProblem(of, words)
  const requestId = of instanceof TillbackError ? of.requestId : undefined
  return (
    <div role="alert" className={styles.problem}>
      <Icon name="alert" size={20} />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {text !== '' && <p>{text}</p>}
        {requestId !== undefined && (
          <p className={styles.request}>
            {words.requestId} <Id value={requestId} of={words.requestId} />
          </p>
        )}
        {retry && (
          <div className={styles.actions}>
            <Button onClick={() => retry()}>{words.retry}</Button>
          </div>
        )}
      </div>
    </div>
  )
}

export function tellProblem(
  problem: unknown,
  words: KitWords,
): { readonly title: string; readonly text: string } {
  if (problem instanceof PermissionError) {
    return { title: words.notAllowed, text: words.scopeNeeded(problem.parameters.join(', ')) }
  }
  if (problem instanceof ConnectionError) return { title: words.noAnswer, text: words.noAnswerAdvice }
  if (!(problem instanceof TillbackError)) return { title: words.unexpected, text: String(problem) }
  return { title: problem.message, text: problem.detail === problem.message ? '' : problem.detail }
}
