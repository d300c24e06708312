import { NotFoundError, type Purchase } from '@tillback/sdk'
import { type SubmitEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { referenceIn } from './reference-in.ts'

const words = texts.undo

/** Finds a purchase by the number on its receipt, typed or as the receipt's code is scanned. */
export function FindReceipt({ onFound }: { readonly onFound: (purchase: Purchase) => void }) {
  const id = useId()
  const { client } = useStanding()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const find = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const reference = referenceIn(typed)
    if (reference === '') return
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
  return (
    <>
      <form className={form.form} onSubmit={find}>
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
