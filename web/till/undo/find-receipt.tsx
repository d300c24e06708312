import { NotFoundError, type Purchase, type Tillback } from '@tillback/sdk'
import { type SubmitEvent, useEffect, useEffectEvent, useId, useState } from 'react'
import { Problem } from '../../kit/problem.tsx'
import { useStanding } from '../api/client.ts'
import { useScans } from '../scan/use-scanner.ts'
import form from '../screen/form.module.css'
import { Key } from '../screen/key.tsx'
import { texts } from '../texts.ts'
import { referencesIn } from './reference-in.ts'

const words = texts.undo

/** Finds a purchase by the number on its receipt, typed or as one of the receipt's codes is scanned. */
export function FindReceipt({
  scanned = '',
  onFound,
}: {
  readonly scanned?: string | undefined
  readonly onFound: (purchase: Purchase) => void
}) {
  const id = useId()
  const { client, venue } = useStanding()
  const [typed, setTyped] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const find = async (text: string) => {
    const names = referencesIn(text, venue)
    const [likeliest] = names
    if (likeliest === undefined) return
    setTyped(likeliest)
    setBusy(true)
    setFailure(undefined)
    try {
      onFound(await firstKnown(client, names))
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
  const findScanned = useEffectEvent(() => void find(scanned))
  useEffect(() => findScanned(), [])
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
      <p role="status" className={form.wrong}>
        {failure instanceof NotFoundError && words.notFound}
      </p>
      {failure !== undefined && !(failure instanceof NotFoundError) && <Problem of={failure} />}
    </>
  )
}

/** The purchase that the first of these names is known by. */
async function firstKnown(client: Tillback, [name = '', ...others]: readonly string[]): Promise<Purchase> {
  try {
    return await client.purchases.get(name)
  } catch (error) {
    if (error instanceof NotFoundError && others.length > 0) return firstKnown(client, others)
    throw error
  }
}
