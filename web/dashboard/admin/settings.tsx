import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Badge } from '../../kit/badge.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Confirm } from '../../kit/confirm.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { TextField } from '../../kit/field.tsx'
import { Rows } from '../../kit/rows.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { LanguageField } from '../frame/language-field.tsx'
import { Head } from '../list/head.tsx'
import { useNames } from '../queries.ts'
import { useRead } from '../read.ts'
import { texts, wordFor } from '../texts.ts'
import { useCommand } from '../use-command.ts'
import { ChangePlace } from '../venues/place-forms.tsx'
import styles from '../view.module.css'
import { ChangeSettings, SETTING_GROUPS, settingsIn } from './change-settings.tsx'

const words = texts.settings

/** What holds for the whole business. */
export function Settings() {
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <div className={styles.halves}>
        <div>
          <Business />
          <Reasons />
        </div>
        <div>
          <ThisBrowser />
          <Notifications />
          <Providers />
        </div>
      </div>
    </div>
  )
}

function Business() {
  const { organisations } = useNames()
  const [changing, setChanging] = useState<'place' | Group>()
  const business = organisations.find(({ type }) => type === 'BUSINESS')
  if (!business) return <SkeletonLines lines={6} />
  const close = () => setChanging(undefined)
  return (
    <>
      <Card
        title={words.business}
        aside={<Change what={words.business} onPress={() => setChanging('place')} />}
      >
        <Facts>
          <Fact name={words.name}>{business.name}</Fact>
          <Fact name={words.currency}>{business.currency_code}</Fact>
          <Fact name={words.zone}>{business.time_zone}</Fact>
        </Facts>
      </Card>
      {SETTING_GROUPS.map((group) => (
        <Card
          key={group}
          title={words.groups[group]}
          aside={<Change what={words.groups[group]} onPress={() => setChanging(group)} />}
        >
          <Facts>
            {settingsIn(group).map((name) => (
              <Fact key={name} name={wordFor(words.names, name)}>
                {told(business.settings[name])}
              </Fact>
            ))}
          </Facts>
        </Card>
      ))}
      {changing === 'place' && <ChangePlace place={business} onClose={close} />}
      {changing !== undefined && changing !== 'place' && (
        <ChangeSettings place={business} group={changing} onClose={close} />
      )}
    </>
  )
}

type Group = (typeof SETTING_GROUPS)[number]

function Change({ what, onPress }: { readonly what: string; readonly onPress: () => void }) {
  return (
    <Button icon="edit" aria-label={`${words.change}: ${what}`} onClick={onPress}>
      {words.change}
    </Button>
  )
}

function told(value: string | number | boolean | undefined): string {
  if (value === undefined) return words.byDefault
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  return wordFor(words.options, String(value))
}

function ThisBrowser() {
  return (
    <Card title={texts.language}>
      <LanguageField />
    </Card>
  )
}

/** Why an order may be cancelled; the board asks for one of these. */
function Reasons() {
  const reasons = useRead(['reasons'], (client, options) =>
    client.orderCancellationReasons.list({ size: 100 }, options),
  )
  const [isNew, setNew] = useState(false)
  const [name, setName] = useState('')
  const create = useCommand({
    run: (client) => client.orderCancellationReasons.create({ name: name.trim() }),
    changes: [['reasons']],
    done: words.reasons.created,
    isToldInPlace: true,
  })
  return (
    <Card
      title={words.reasons.title}
      aside={
        <Button icon="plus" onClick={() => setNew(true)}>
          {words.reasons.create}
        </Button>
      }
    >
      <Answer to={reasons} waiting={<SkeletonLines lines={3} />}>
        {({ content }) =>
          content.length === 0 ? (
            <p className={styles.note}>{words.reasons.none}</p>
          ) : (
            <Rows
              label={words.reasons.title}
              head={[words.reasons.reason, words.reasons.standing]}
              texts={[1]}
              rows={content.map((reason) => ({
                key: reason.id,
                cells: [reason.name, reason.is_default ? words.reasons.byDefault : texts.nothing],
              }))}
            />
          )
        }
      </Answer>
      {isNew && (
        <Confirm
          title={words.reasons.create}
          action={words.reasons.create}
          isReady={name.trim() !== ''}
          onConfirm={() => create.mutateAsync()}
          onClose={() => setNew(false)}
        >
          <TextField label={words.reasons.reason} value={name} onChange={setName} autoComplete="off" />
        </Confirm>
      )}
    </Card>
  )
}

function Notifications() {
  const settings = useRead(['notifications'], (client, options) =>
    client.communications.getNotificationSettings(options),
  )
  return (
    <Card title={words.notifications.title}>
      <Answer to={settings} waiting={<SkeletonLines lines={4} />}>
        {({ language, quiet_hours: quiet, expiry_reminder_days: days, email }) => (
          <Facts>
            <Fact name={words.notifications.language}>{language}</Fact>
            <Fact name={words.notifications.quiet}>
              {quiet === null ? texts.nothing : `${quiet.start_time} – ${quiet.end_time}`}
            </Fact>
            <Fact name={words.notifications.reminder}>{days}</Fact>
            <Fact name={words.notifications.email}>
              {email === null ? words.notifications.noEmail : `${email.from_address} · ${email.host}`}
            </Fact>
          </Facts>
        )}
      </Answer>
    </Card>
  )
}

function Providers() {
  const providers = useRead(['providers'], (client, options) =>
    client.payoutProviders.list({ size: 20 }, options),
  )
  return (
    <Card title={words.providers.title}>
      <p className={styles.note}>{words.providers.means}</p>
      <Answer to={providers} waiting={<SkeletonLines lines={3} />}>
        {({ content }) => (
          <Facts>
            <Fact name={texts.payouts.providers.WALLET}>
              <Badge tone="positive" icon="check">
                {words.providers.always}
              </Badge>
            </Fact>
            {content
              .filter(({ kind }) => kind !== 'WALLET')
              .map(({ id, kind, state }) => (
                <Fact key={id} name={texts.payouts.providers[kind]}>
                  <Badge
                    tone={state === 'ACTIVE' ? 'positive' : 'neutral'}
                    icon={state === 'ACTIVE' ? 'check' : 'pause'}
                  >
                    {texts.venues.states[state]}
                  </Badge>
                </Fact>
              ))}
          </Facts>
        )}
      </Answer>
    </Card>
  )
}
