import { NotFoundError, type Purchase } from '@tillback/sdk'
import { type SubmitEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { useScans } from '../scan/use-scanner.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { referenceIn } from './reference-in.ts'

const words = texts.undo

/** Finds a purchase by the number on its receipt, typed or as the receipt's code is scanned. */
export function FindReceipt({
  scanned = '',
  onFound,
}: {
  readonly scanned?: string | undefined
  readonly onFound: (purchase: Purchase) => void
}) {
  const id = useId()
  const { client } = useStanding()
  const [typed, setTyped] = useState(() => referenceIn(scanned))
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const find = async (text: string) => {
    const reference = referenceIn(text)
    if (reference === '') return
    setTyped(reference)
    setBusy(true)
    setFailure(undefined)
    try {
      onFound(await client.purchases.get(reference))
    } catch (error) {
      setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    void find(typed)
  }
  useScans((code) => void find(code))
  return (
    <>
      <form className={form.form} onSubmit={submit}>
        <label htmlFor={id}>{words.receipt}</label>
        <div className={form.row}>
          <input
            id={id}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            data-receipt=""
            data-autofocus=""
          />
          <Key type="submit" kind="primary" disabled={isBusy}>
            {words.find}
          </Key>
        </div>
      </form>
      {failure instanceof NotFoundError ? (
        <p role="alert" className={form.wrong}>
          {words.notFound}
        </p>
      ) : (
        failure !== undefined && <Problem of={failure} />
      )}
    </>
  )
}
