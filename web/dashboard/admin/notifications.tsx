import { useState } from 'react'
import { Answer } from '../../kit/answer.tsx'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { type Reply, useRead } from '../read.ts'
import { languageName } from '../texts/language-name.ts'
import { texts } from '../texts.ts'
import { ChangeEmail } from './change-email.tsx'
import { ChangeNotifications } from './change-notifications.tsx'

const words = texts.settings.notifications

export type NotificationSettings = Reply<'communications', 'getNotificationSettings'>

/** When and by which ways customers are told what happens. */
export function Notifications() {
  const settings = useRead(['notifications'], (client, options) =>
    client.communications.getNotificationSettings(options),
  )
  const [changing, setChanging] = useState<'notifications' | 'email'>()
  const close = () => setChanging(undefined)
  return (
    <>
      <Card
        title={words.title}
        aside={<Change what={words.title} onPress={() => setChanging('notifications')} />}
      >
        <Answer to={settings} waiting={<SkeletonLines lines={3} />}>
          {({ language, quiet_hours: quiet, expiry_reminder_days: days }) => (
            <Facts>
              <Fact name={words.language}>{languageName(language)}</Fact>
              <Fact name={words.quiet}>
                {quiet === null ? words.noQuiet : `${quiet.start_time} – ${quiet.end_time}`}
              </Fact>
              <Fact name={words.reminder}>{days === 0 ? words.noReminder : days}</Fact>
            </Facts>
          )}
        </Answer>
      </Card>
      <Card title={words.email} aside={<Change what={words.email} onPress={() => setChanging('email')} />}>
        <Answer to={settings} waiting={<SkeletonLines lines={2} />}>
          {({ email }) => (
            <Facts>
              <Fact name={words.sender}>{email === null ? words.noEmail : email.from_address}</Fact>
              {email !== null && <Fact name={words.host}>{`${email.host}:${email.port}`}</Fact>}
            </Facts>
          )}
        </Answer>
      </Card>
      {settings.data && changing === 'notifications' && (
        <ChangeNotifications settings={settings.data} onClose={close} />
      )}
      {settings.data && changing === 'email' && <ChangeEmail settings={settings.data} onClose={close} />}
    </>
  )
}

function Change({ what, onPress }: { readonly what: string; readonly onPress: () => void }) {
  const { change } = texts.settings
  return (
    <Button icon="edit" aria-label={`${change}: ${what}`} onClick={onPress}>
      {change}
    </Button>
  )
}
