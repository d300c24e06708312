import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Money } from '../../kit/money.tsx'
import { Problem } from '../../kit/problem.tsx'
import { save } from '../activity/csv.ts'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useWallet } from '../queries.ts'
import { end } from '../session/store.ts'
import { Sheet } from '../sheet.tsx'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

/** Everything that is known, to take along; and to be forgotten. */
export function Leave() {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const [isAsked, setAsked] = useState(false)
  const gather = useMutation({
    mutationFn: () => client.selfService.exportOwnData(session.contact),
    onSuccess: (data) =>
      save(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), 'my-data.json'),
  })
  return (
    <section className={view.card} aria-labelledby="data">
      <h2 id="data" className={view.subtitle}>
        {texts.me.data}
      </h2>
      <Key onClick={() => gather.mutate()} disabled={gather.isPending}>
        {gather.isPending ? texts.me.exporting : texts.me.export}
      </Key>
      {gather.error && <Problem of={gather.error} />}
      <Key kind="danger" onClick={() => setAsked(true)}>
        {texts.me.delete}
      </Key>
      {isAsked && <Delete onClose={() => setAsked(false)} />}
    </section>
  )
}

function Delete({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts()
  const id = useId()
  const { client, session } = useSignedIn()
  const wallet = useWallet().data
  const held = wallet?.total_balance ?? 0
  const [typed, setTyped] = useState('')
  const erase = useMutation({
    mutationFn: () => client.selfService.deleteProfile(session.contact, { leave_money: true }),
    onSuccess: () => end(),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim() === texts.me.deleteWord) erase.mutate()
  }
  return (
    <Sheet title={texts.me.delete} onClose={onClose}>
      <p>{texts.me.deleteMeans}</p>
      {held > 0 && (
        <p role="alert" className={view.notice} data-tone="warning">
          <span>
            {texts.me.deleteLoses} <Money amount={held} currency={wallet?.balances[0]?.currency_code ?? ''} />
          </span>
        </p>
      )}
      <form className={view.form} onSubmit={submit}>
        <div className={view.field}>
          <label htmlFor={id}>{texts.me.deleteType(texts.me.deleteWord)}</label>
          <input
            id={id}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            autoComplete="off"
          />
        </div>
        {erase.error && <Problem of={erase.error} />}
        <Key kind="danger" type="submit" disabled={typed.trim() !== texts.me.deleteWord || erase.isPending}>
          {erase.isPending ? texts.me.deleting : texts.me.delete}
        </Key>
      </form>
    </Sheet>
  )
}
