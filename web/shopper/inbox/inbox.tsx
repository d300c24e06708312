import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { Announcement } from '../../kit/announcement.tsx'
import { Answer } from '../../kit/answer.tsx'
import { EmptyState } from '../../kit/empty-state.tsx'
import { Problem } from '../../kit/problem.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import { useSignedIn } from '../client.ts'
import { Key } from '../key.tsx'
import { More } from '../more.tsx'
import { Kinds } from '../push/kinds.tsx'
import { PushCard } from '../push/push-card.tsx'
import { QuietHours } from '../push/quiet-hours.tsx'
import { type Message, useMessages, useRefresh, useUnread } from '../queries.ts'
import { useTexts } from '../texts/language.ts'
import view from '../view.module.css'
import styles from './inbox.module.css'

/** What the shop told; here it is whole, whatever reached the phone. */
export function Inbox() {
  const texts = useTexts()
  const messages = useMessages()
  return (
    <>
      <div className={view.head}>
        <h1 className={view.title}>{texts.inbox.title}</h1>
        <MarkAll until={messages.data?.pages[0]?.content[0]?.created_on} />
      </div>
      <Answer to={messages} waiting={<SkeletonLines lines={6} />}>
        {({ pages }) => {
          const all = pages.flatMap(({ content }) => content)
          if (all.length === 0) {
            return (
              <EmptyState icon="inbox" title={texts.inbox.none.title}>
                {texts.inbox.none.text}
              </EmptyState>
            )
          }
          return (
            <>
              <ul className={view.list}>
                {all.map((message) => (
                  <li key={message.id}>
                    <OneMessage message={message} />
                  </li>
                ))}
              </ul>
              <More of={messages} />
            </>
          )
        }}
      </Answer>
      <PushCard />
      <Kinds />
      <QuietHours />
    </>
  )
}

/** All that was there to be seen at that time; what came in the meantime stays new. */
function MarkAll({ until }: { readonly until: number | undefined }) {
  const texts = useTexts()
  const { client, session } = useSignedIn()
  const refresh = useRefresh()
  const unread = useUnread()
  const mark = useMutation({
    mutationFn: () =>
      client.selfService.markOwnInbox(session.contact, {
        viewed: true,
        ...(until !== undefined && { until }),
      }),
    onSuccess: refresh,
  })
  return (
    <>
      {unread > 0 && (
        <Key onClick={() => mark.mutate()} disabled={mark.isPending}>
          {texts.inbox.markAll}
        </Key>
      )}
      <Announcement>{mark.isSuccess && unread === 0 ? texts.inbox.allRead : ''}</Announcement>
      {mark.error && <Problem of={mark.error} />}
    </>
  )
}

function OneMessage({ message }: { readonly message: Message }) {
  const texts = useTexts()
  const { client } = useSignedIn()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const mark = useMutation({
    mutationFn: (what: { readonly viewed: boolean; readonly archived: boolean }) =>
      client.selfService.markOwnCommunication(message.id, what),
    onSuccess: refresh,
  })
  const toggle = () => {
    setOpen(!isOpen)
    if (!message.is_viewed) mark.mutate({ viewed: true, archived: false })
  }
  return (
    <>
      <button type="button" className={`${view.row} ${styles.head}`} aria-expanded={isOpen} onClick={toggle}>
        <span className={message.is_viewed ? styles.read : view.name}>{message.subject || message.name}</span>
        <span className={view.small}>
          <Time at={message.created_on} inList />
        </span>
        {!message.is_viewed && <span className={styles.unread}>{texts.inbox.unread}</span>}
      </button>
      {isOpen && (
        <div className={styles.body}>
          <p className={styles.text}>{message.content}</p>
          <Key onClick={() => mark.mutate({ viewed: true, archived: true })} disabled={mark.isPending}>
            {texts.inbox.archive}
          </Key>
        </div>
      )}
      {mark.error && <Problem of={mark.error} />}
    </>
  )
}
