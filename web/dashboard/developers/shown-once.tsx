import type { ReactNode } from 'react'
import { Button } from '../../kit/button.tsx'
import { CodeBlock } from '../../kit/code-block.tsx'
import { Actions, Dialog } from '../../kit/dialog.tsx'
import { texts } from '../texts.ts'

const words = texts.shownOnce

export interface ShownOnceProps {
  readonly name: string
  readonly secret: string
  /** As a variable of the environment; a secret of another kind has none. */
  readonly variable?: string
  /** A key that every customer carries. */
  readonly isPublic?: boolean
  readonly onClose: () => void
  /** What can be done with it at once. */
  readonly children?: ReactNode
}

/** A secret, in the one answer that ever tells it. */
export function ShownOnce({
  name,
  secret,
  variable = 'TILLBACK_API_KEY',
  isPublic = false,
  onClose,
  children,
}: ShownOnceProps) {
  return (
    <Dialog title={name} onClose={onClose} isWide>
      <p>{isPublic ? words.publicMeans : words.means}</p>
      <CodeBlock name={isPublic ? words.key : words.secret} shown={secret} />
      {!isPublic && <CodeBlock name={words.line} shown={`${variable}=${secret}`} />}
      {children}
      <Actions>
        <Button kind="primary" onClick={onClose}>
          {words.kept}
        </Button>
      </Actions>
    </Dialog>
  )
}
