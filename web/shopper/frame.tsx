import type { ReactNode } from 'react'
import { Icon, type IconName } from '../kit/icon.tsx'
import styles from './frame.module.css'
import { Link } from './link.tsx'
import { Brand } from './look/brand.tsx'
import { useBranding } from './look/branding.ts'
import { Notices } from './notices.tsx'
import { BAR, type Place, type View } from './place.ts'
import { useUnread } from './queries.ts'
import { modeOfKey } from './session/session.ts'
import { useSession } from './session/store.ts'
import { useTexts } from './texts/language.ts'

const MOST_SHOWN = 99

const SIGNS: Readonly<Record<View, IconName>> = {
  wallet: 'wallet',
  offers: 'gift',
  scan: 'scan',
  orders: 'bag',
  inbox: 'inbox',
  activity: 'ledger',
  me: 'person',
}

/** What stands around every view: the bar at the bottom, on wide screens at the side. */
export function Frame({ place, children }: { readonly place: Place; readonly children: ReactNode }) {
  const texts = useTexts()
  const { key } = useSession()
  const unread = useUnread()
  const shop = useBranding()?.display_name ?? 'Tillback'
  const { view } = place
  return (
    <div className={styles.app}>
      <title>{`${texts.views[view]} · ${shop}`}</title>
      <a className={styles.skip} href="#content">
        {texts.skip}
      </a>
      {key !== undefined && modeOfKey(key) === 'TEST' && (
        <p className={styles.test}>
          <strong>{texts.testData}</strong> · {texts.testDataMeans}
        </p>
      )}
      <nav className={styles.bar} aria-label={texts.navigation}>
        {BAR.map((name) => (
          <Link
            key={name}
            to={{ view: name }}
            className={name === 'scan' ? styles.main : styles.item}
            aria-current={name === view ? 'page' : undefined}
          >
            <Icon name={SIGNS[name]} size={24} />
            <span>{texts.views[name]}</span>
            {name === 'inbox' && unread > 0 && (
              <span className={styles.count}>
                <bdi aria-hidden="true">{unread > MOST_SHOWN ? `${MOST_SHOWN}+` : unread}</bdi>
                <span className={styles.heard}>{texts.inbox.unreadCount(unread)}</span>
              </span>
            )}
          </Link>
        ))}
      </nav>
      <main id="content" tabIndex={-1} className={styles.content} aria-label={texts.views[view]}>
        <Brand />
        <Notices />
        {children}
      </main>
    </div>
  )
}
