import { type ReactNode, type SubmitEvent, useState } from 'react'
import { Button } from './button.tsx'
import { Actions, Dialog } from './dialog.tsx'
import { TextField } from './field.tsx'
import { FieldProblemsProvider } from './field-problems.tsx'
import { Problem } from './problem.tsx'
import { useRefused } from './use-refused.ts'
import { useWords } from './words.ts'

export interface ConfirmProps {
  readonly title: string
  /** What the button does, as a verb. */
  readonly action: string
  readonly isDangerous?: boolean
  /** What the other button says where "Cancel" could be taken for the act itself. */
  readonly keep?: string
  /** Has to be typed first: the amount of what moves money, or the name of what does not come back. */
  readonly typed?: string
  readonly isReady?: boolean
  readonly onConfirm: () => Promise<unknown>
  readonly onClose: () => void
  /** What will come of it, and what else is to be filled in. */
  readonly children: ReactNode
}

/** Asks before something is done that is not easily undone; tells in place why it failed. */
export function Confirm(props: ConfirmProps) {
  const {
    title,
    action,
    isDangerous = false,
    keep,
    typed,
    isReady = true,
    onConfirm,
    onClose,
    children,
  } = props
  const [entered, setEntered] = useState('')
  const refused = useRefused()
  const [isBusy, setBusy] = useState(false)
  const words = useWords()
  const isAllowed = isReady && !isBusy && (typed === undefined || entered.trim() === typed)
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!isAllowed) return
    setBusy(true)
    refused.forget()
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      refused.tell(error)
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} onClose={onClose}>
      <form {...refused.form} className="contents" onSubmit={submit} noValidate>
        <FieldProblemsProvider value={refused.fields}>{children}</FieldProblemsProvider>
        {typed !== undefined && (
          <TextField
            label={words.typeToConfirm(typed)}
            value={entered}
            onChange={setEntered}
            autoComplete="off"
          />
        )}
        {refused.rest !== undefined && <Problem of={refused.rest} />}
        <Actions>
          <Button onClick={onClose}>{keep ?? words.cancel}</Button>
          <Button kind={isDangerous ? 'danger' : 'primary'} type="submit" disabled={!isAllowed}>
            {action}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
