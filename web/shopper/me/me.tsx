import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Answer } from '../../kit/answer.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { AutoSpend } from '../auto-spend/auto-spend.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { Passkeys } from '../passkeys/passkeys.tsx'
import { Devices } from '../push/devices.tsx'
import { Kinds } from '../push/kinds.tsx'
import { leavePush } from '../push/push.ts'
import { PushCard } from '../push/push-card.tsx'
import { QuietHours } from '../push/quiet-hours.tsx'
import { type Profile, useProfile, useRefresh } from '../queries.ts'
import { end } from '../session/store.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import { Leave } from './leave.tsx'
import { Looks } from './looks.tsx'
import { PayoutMethods } from './payout-methods.tsx'

/** Who it is, how the app looks and speaks, and the way out. */
export function Me() {
  const texts = useTexts()
  const profile = useProfile()
  return (
    <>
      <h1 className={view.title}>{texts.me.title}</h1>
      <div className={view.two}>
        <Answer to={profile} waiting={<SkeletonLines lines={5} />}>
          {(data) => <ProfileForm key={data.id} profile={data} />}
        </Answer>
        <Looks />
        <AutoSpend />
        <PayoutMethods />
        <Passkeys />
        <PushCard />
        <Kinds />
        <QuietHours />
        <Devices />
        <Leave />
        <SignOut />
      </div>
    </>
  )
}

function ProfileForm({ profile }: { readonly profile: Profile }) {
  const texts = useTexts()
  const id = useId()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const [first, setFirst] = useState(profile.first_name ?? '')
  const [last, setLast] = useState(profile.last_name ?? '')
  const [news, setNews] = useState(!profile.email_opt_out)
  const save = useMutation({
    mutationFn: () =>
      client.selfService.updateProfile(session.contact, {
        first_name: first.trim() || null,
        last_name: last.trim() || null,
        email_opt_out: !news,
      }),
    onSuccess: refresh,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  return (
    <form className={view.card} onSubmit={submit}>
      <h2 className={view.subtitle}>{texts.me.profile}</h2>
      <div className={view.field}>
        <label htmlFor={`${id}-first`}>{texts.me.firstName}</label>
        <input
          id={`${id}-first`}
          value={first}
          onChange={(event) => setFirst(event.target.value)}
          autoComplete="given-name"
        />
      </div>
      <div className={view.field}>
        <label htmlFor={`${id}-last`}>{texts.me.lastName}</label>
        <input
          id={`${id}-last`}
          value={last}
          onChange={(event) => setLast(event.target.value)}
          autoComplete="family-name"
        />
      </div>
      {profile.phone && <p className={view.small}>{profile.phone.number}</p>}
      {profile.email && <p className={view.small}>{profile.email}</p>}
      <label className={view.switch}>
        {texts.me.messages}
        <input type="checkbox" checked={news} onChange={(event) => setNews(event.target.checked)} />
      </label>
      {save.error && <Problem of={save.error} />}
      <Key type="submit" kind="primary" disabled={save.isPending}>
        {texts.me.save}
      </Key>
      <Announcement>{save.isSuccess ? texts.me.saved : ''}</Announcement>
      {save.isSuccess && (
        <p className={view.small} aria-hidden="true">
          {texts.me.saved}
        </p>
      )}
    </form>
  )
}

function SignOut() {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const leave = async () => {
    await leavePush({ client, session }).catch(() => {})
    // Signed out here in any case; without a connection the server learns of it when the token is over.
    await client.selfService.signOutContact(session.contact, {}).catch(() => {})
    end()
  }
  return <Key onClick={() => void leave()}>{texts.me.signOut}</Key>
}
