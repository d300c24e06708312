import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Problem } from '../../kit/problem.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { useRefresh, useTelling } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'

interface Hours {
  readonly start_time: string
  readonly end_time: string
}
const AT_NIGHT: Hours = { start_time: '22:00', end_time: '08:00' }

/** When nothing but the inbox tells anything. */
export function QuietHours() {
  const telling = useTelling()
  return telling.data && <Choose before={telling.data.quiet_hours} />
}

function Choose({ before }: { readonly before: Hours | null }) {
  const { push, me } = useTexts()
  const id = useId()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const [isOwn, setOwn] = useState(before !== null)
  const [hours, setHours] = useState(before ?? AT_NIGHT)
  const save = useMutation({
    mutationFn: () =>
      client.selfService.changeOwnTelling(session.contact, {
        quiet_hours: isOwn ? hours : null,
        // Hours are those of the clock that hangs where the contact is.
        time_zone: isOwn ? Intl.DateTimeFormat().resolvedOptions().timeZone : null,
      }),
    onSuccess: refresh,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const time = (name: keyof Hours, label: string) => (
    <div className={view.field}>
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <input
        id={`${id}-${name}`}
        type="time"
        required
        value={hours[name]}
        onChange={({ target }) => setHours({ ...hours, [name]: target.value })}
      />
    </div>
  )
  return (
    <form className={view.card} onSubmit={submit} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} className={view.subtitle}>
        {push.quiet}
      </h2>
      <p className={view.small}>{push.quietMeans}</p>
      <label className={view.switch}>
        {push.quietOwn}
        <input type="checkbox" checked={isOwn} onChange={({ target }) => setOwn(target.checked)} />
      </label>
      {isOwn && (
        <div className={view.actions}>
          {time('start_time', push.quietFrom)}
          {time('end_time', push.quietUntil)}
        </div>
      )}
      {save.error && <Problem of={save.error} />}
      <Key type="submit" disabled={save.isPending}>
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
