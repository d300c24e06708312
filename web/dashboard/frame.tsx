import { type ReactNode, useEffect } from 'react'
import { Button } from '../kit/button.tsx'
import type { Session } from '../kit/session.ts'
import { type Address, VIEWS, viewOf } from './address.ts'
import favicon from './favicon.svg'
import testFavicon from './favicon-test.svg'
import styles from './frame.module.css'
import { Link } from './link.tsx'
import { texts } from './texts.ts'

export interface FrameProps {
  readonly address: Address
  readonly session: Session
  readonly onSignOut: () => void
  readonly children: ReactNode
}

/** What stands around every view: the mode, the way between the views, the way out. */
export function Frame({ address, session, onSignOut, children }: FrameProps) {
  const isTest = session.mode === 'TEST'
  useFavicon(isTest ? testFavicon : favicon)
  return (
    <>
      <title>{texts.titleOf(texts.views[address.view], isTest)}</title>
      <a className={styles.skip} href="#content">
        {texts.skip}
      </a>
      <header className={styles.top}>
        {isTest && (
          <p className={styles.test}>
            <span>
              <strong>{texts.testData}</strong> · {texts.testDataMeans}
            </span>
          </p>
        )}
        <div className={styles.bar}>
          <Brand />
          <nav className={styles.views} aria-label={texts.navigation}>
            {VIEWS.map((view) => (
              <Link key={view} to={viewOf(view)} aria-current={view === address.view ? 'page' : undefined}>
                {texts.views[view]}
              </Link>
            ))}
          </nav>
          <div className={styles.viewer}>
            {!isTest && <span className={styles.live}>{texts.live}</span>}
            {session.staff !== undefined && <span className={styles.staff}>{session.staff}</span>}
            <Button onClick={onSignOut}>{texts.signOut}</Button>
          </div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content}>
        {children}
      </main>
    </>
  )
}

/** Tabs of test data carry a purple dot. */
function useFavicon(address: string): void {
  useEffect(() => {
    const link = document.querySelector('link[rel="icon"]')
    link?.setAttribute('href', address)
    return () => link?.setAttribute('href', favicon)
  }, [address])
}

export function Brand() {
  return (
    <span className={styles.brand}>
      <img src={favicon} alt="" width="22" height="22" />
      {texts.product}
    </span>
  )
}
