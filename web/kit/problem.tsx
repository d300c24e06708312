import { TillbackError } from '@tillback/sdk'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import { Id } from './id.tsx'
import styles from './problem.module.css'
import { tellProblem } from './tell-problem.ts'
import { useWords } from './words.ts'

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
            {words.requestId} <Id value={requestId} of={words.requestId} isWhole />
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
