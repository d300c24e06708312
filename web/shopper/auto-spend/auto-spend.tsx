import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Answer } from '../../kit/answer.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { LastMonth } from './last-month.tsx'
import { BOUNDS, type Draft, draftOf, wishOf, wrongIn } from './wish.ts'

/** Whether rewards pay without being asked, within which bounds, and what that would have come to. */
export function AutoSpend() {
  const { me } = useTexts()
  const { client, session } = useSignedIn()
  const kept = useQuery({
    queryKey: ['preferences'],
    queryFn: ({ signal }) => client.selfService.getOwnSpendPreferences(session.contact, { signal }),
  })
  return (
    <section className={view.card} aria-labelledby="auto-spend">
      <h2 id="auto-spend" className={view.subtitle}>
        {me.autoSpend}
      </h2>
      <Answer to={kept} waiting={<SkeletonLines lines={3} />}>
        {(data) => (
          <>
            <p className={view.small}>{data.is_allowed ? me.autoSpendMeans : me.autoSpendNotYet}</p>
            <Wish before={draftOf(data)} currency={data.currency_code} />
          </>
        )}
      </Answer>
    </section>
  )
}

function Wish({ before, currency }: { readonly before: Draft; readonly currency: string }) {
  const { me } = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const [draft, setDraft] = useState(before)
  const wrong = wrongIn(draft)
  const save = useMutation({
    mutationFn: () => client.selfService.setOwnSpendPreferences(session.contact, wishOf(draft)),
    onSuccess: refresh,
  })
  const change = (some: Partial<Draft>) => {
    save.reset()
    setDraft({ ...draft, ...some })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (wrong === undefined) save.mutate()
  }
  return (
    <form className={view.form} onSubmit={submit} noValidate>
      <label className={view.switch}>
        {me.autoSpendOn}
        <input
          type="checkbox"
          checked={draft.isOn}
          onChange={(event) => change({ isOn: event.target.checked })}
        />
      </label>
      {draft.isOn && (
        <>
          <label className={view.switch}>
            {me.autoSpendNext}
            <input
              type="checkbox"
              checked={draft.nextOnly}
              onChange={(event) => change({ nextOnly: event.target.checked })}
            />
          </label>
          {BOUNDS.map((bound) => (
            <Amount
              key={bound}
              label={`${me.autoSpendBounds[bound]} (${currency})`}
              value={draft[bound]}
              isWrong={wrong === bound}
              onChange={(text) => change({ [bound]: text })}
            />
          ))}
        </>
      )}
      <LastMonth wish={wishOf({ ...draft, isOn: true })} isReadable={wrong === undefined} />
      {save.error && <Problem of={save.error} />}
      <Key type="submit" kind="primary" disabled={save.isPending || wrong !== undefined}>
        {me.save}
      </Key>
      <Announcement>{save.isSuccess ? me.saved : ''}</Announcement>
      {save.isSuccess && (
        <p className={view.small} aria-hidden="true">
          {me.saved}
        </p>
      )}
    </form>
  )
}

interface AmountProps {
  readonly label: string
  readonly value: string
  readonly isWrong: boolean
  readonly onChange: (text: string) => void
}

function Amount({ label, value, isWrong, onChange }: AmountProps) {
  const { code } = useTexts()
  const id = useId()
  return (
    <div className={view.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-wrong` : undefined}
      />
      {isWrong && (
        <p id={`${id}-wrong`} role="alert" className={view.wrong}>
          {code.amountNeeded}
        </p>
      )}
    </div>
  )
}
