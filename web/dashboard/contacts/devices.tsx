import { type ReactNode, useState } from 'react'
import { Answer, type Asked } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { toldDevice } from '../../kit/device-name.ts'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { Time } from '../../kit/time.tsx'
import type { Contact } from '../queries.ts'
import { SOON, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import { type Command, useCommand } from '../use-command.ts'
import styles from './devices.module.css'

const words = texts.contact.devices
const MOST_DEVICES = 20

interface Whose {
  readonly contact: Contact
}

/** Where a contact is signed in, by which keys, and where they read push messages; each can be taken away. */
export function Devices({ contact }: Whose) {
  return (
    <>
      <Sessions contact={contact} />
      <Passkeys contact={contact} />
      <PushDevices contact={contact} />
    </>
  )
}

function Sessions({ contact: { id: contact } }: Whose) {
  const sessions = useRead(
    ['contact', contact, 'sessions'],
    (client, options) => client.contacts.listSessions(contact, options),
    { interval: SOON },
  )
  return (
    <Listed title={words.sessions} none={words.sessionsNone} of={sessions}>
      {({ id, device, created_on, used_on }) => {
        const name = device === null ? words.unknown : toldDevice(device)
        return (
          <Row
            key={id}
            name={name}
            about={
              <>
                {words.since} <Time at={created_on} inList />
                {` · ${words.used} `}
                <Time at={used_on} inList />
              </>
            }
          >
            <TakeAway
              act={words.signOut}
              title={words.signOutTitle(name)}
              means={words.signOutMeans}
              command={{
                run: (client) => client.contacts.endSession(contact, id),
                changes: [['contact', contact]],
                done: words.signedOut,
              }}
            />
          </Row>
        )
      }}
    </Listed>
  )
}

function Passkeys({ contact: { id: contact } }: Whose) {
  const passkeys = useRead(
    ['contact', contact, 'passkeys'],
    (client, options) => client.contacts.listPasskeys(contact, options),
    { interval: SOON },
  )
  return (
    <Listed title={words.passkeys} none={words.passkeysNone} of={passkeys}>
      {({ id, name, is_backed_up, created_on, used_on }) => (
        <Row
          key={id}
          name={name}
          about={
            <>
              {words.since} <Time at={created_on} inList />
              {' · '}
              {used_on === null ? (
                words.unused
              ) : (
                <>
                  {words.used} <Time at={used_on} inList />
                </>
              )}
              {is_backed_up && ` · ${words.backedUp}`}
            </>
          }
        >
          <TakeAway
            act={words.remove}
            title={words.removeTitle(name)}
            means={words.removeMeans}
            command={{
              run: (client) => client.contacts.removePasskey(contact, id),
              changes: [['contact', contact]],
              done: words.removed,
            }}
          />
        </Row>
      )}
    </Listed>
  )
}

function PushDevices({ contact: { id: contact } }: Whose) {
  const devices = useRead(
    ['contact', contact, 'devices'],
    (client, options) => client.communications.listDevices(contact, { size: MOST_DEVICES }, options),
    { interval: SOON },
  )
  return (
    <Listed title={words.push} none={words.pushNone} of={devices}>
      {({ id, platform, push_service, registration_date }) => (
        <Row
          key={id}
          name={words.platforms[platform]}
          about={
            <>
              {words.since} <Time at={registration_date} inList />
              {` · ${words.by(push_service)}`}
            </>
          }
        >
          <TakeAway
            act={words.stop}
            title={words.stopTitle(words.platforms[platform])}
            means={words.stopMeans}
            command={{
              run: (client) => client.communications.removeDevice(contact, id),
              changes: [['contact', contact]],
              done: words.stopped,
            }}
          />
        </Row>
      )}
    </Listed>
  )
}

interface ListedProps<Item> {
  readonly title: string
  readonly none: string
  readonly of: Asked<{ readonly content: readonly Item[] }>
  readonly children: (item: Item) => ReactNode
}

function Listed<Item>({ title, none, of, children }: ListedProps<Item>) {
  return (
    <Card title={title}>
      <Answer to={of} waiting={<SkeletonLines lines={2} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p className={styles.none}>{none}</p>
          ) : (
            <ul className={styles.rows} aria-label={title}>
              {content.map(children)}
            </ul>
          )
        }
      </Answer>
    </Card>
  )
}

interface RowProps {
  readonly name: string
  readonly about: ReactNode
  readonly children: ReactNode
}

function Row({ name, about, children }: RowProps) {
  return (
    <li>
      <span className={styles.name}>{name}</span>
      <span className={styles.about}>{about}</span>
      <span className={styles.act}>{children}</span>
    </li>
  )
}

interface TakeAwayProps {
  readonly act: string
  readonly title: string
  readonly means: string
  readonly command: Command<void, unknown>
}

/** Asked before it is done: the contact is not there to say so. */
function TakeAway({ act, title, means, command }: TakeAwayProps) {
  const [isAsked, setAsked] = useState(false)
  const { mutateAsync } = useCommand({ ...command, isToldInPlace: true })
  return (
    <>
      <Button onClick={() => setAsked(true)}>{act}</Button>
      {isAsked && (
        <Confirm
          title={title}
          action={act}
          isDangerous
          onConfirm={() => mutateAsync()}
          onClose={() => setAsked(false)}
        >
          <p>{means}</p>
        </Confirm>
      )}
    </>
  )
}
