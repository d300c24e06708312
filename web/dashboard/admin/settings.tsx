import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Fact, Facts } from '../../kit/facts.tsx'
import { SkeletonLines } from '../../kit/skeleton.tsx'
import { viewOf } from '../address.ts'
import { LanguageField } from '../frame/language-field.tsx'
import { Link } from '../link.tsx'
import { Head } from '../list/head.tsx'
import { useNames } from '../queries.ts'
import { texts, wordFor } from '../texts.ts'
import { ChangePlace } from '../venues/place-forms.tsx'
import type { Place } from '../venues/places.tsx'
import styles from '../view.module.css'
import { Branding } from './branding.tsx'
import {
  ChangeSettings,
  defaultTold,
  SETTING_GROUPS,
  type SettingName,
  settingsIn,
  valueTold,
} from './change-settings.tsx'
import { DataPrivacy } from './data-privacy.tsx'
import { MessageTexts } from './message-texts.tsx'
import { Notifications } from './notifications.tsx'
import { Providers } from './providers.tsx'
import { Reasons } from './reasons.tsx'
import { Stages } from './stages.tsx'

const words = texts.settings

/** What holds for the whole business. */
export function Settings() {
  return (
    <div className={styles.parts}>
      <Head title={words.title} />
      <div className={styles.halves}>
        <div>
          <Business />
          <Branding />
          <MessageTexts />
        </div>
        <div>
          <ThisBrowser />
          <Providers />
          <Notifications />
          <Stages />
          <Reasons />
          <Codes />
          <DataPrivacy />
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
                {told(name, business)}
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

function told(name: SettingName, { settings, currency_code }: Place): string {
  const value = settings[name]
  return value === undefined ? defaultTold(name, currency_code) : valueTold(name, value, currency_code)
}

/** What receipts carry is chosen where it is seen. */
function Codes() {
  return (
    <Card title={texts.codes.title}>
      <p className={styles.note}>
        {texts.codes.means} <Link to={viewOf('venues', { tab: 'codes' })}>{texts.venues.tabs.codes}</Link>
      </p>
    </Card>
  )
}

function ThisBrowser() {
  return (
    <Card title={texts.thisBrowser}>
      <LanguageField />
    </Card>
  )
}
