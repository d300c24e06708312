import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { exactText } from '../../kit/moment.ts'
import { markFiles } from '../../kit/save-file.ts'
import type { Session } from '../../kit/session.ts'
import { type Address, viewOf, writeAddress } from '../address.ts'
import favicon from '../favicon.svg'
import testFavicon from '../favicon-test.svg'
import { SELDOM, useRead } from '../read.ts'
import { texts } from '../texts.ts'
import styles from './frame.module.css'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useKept } from './use-kept.ts'
import { ScopeBar } from './venue-scope.tsx'

/** What is sent on is told from the real thing by its name. */
const TEST_FILES = 'TEST-'

export interface FrameProps {
  readonly address: Address
  readonly session: Session
  readonly onSignOut: () => void
  readonly onTurn: () => void
  readonly children: ReactNode
}

/** What stands around every view: the way between the views, the mode, the search, the way out. */
export function Frame({ address, session, onSignOut, onTurn, children }: FrameProps) {
  const isTest = session.mode === 'TEST'
  const [width, setWidth] = useKept('rail', ['wide', 'narrow'])
  const [rows, setRows] = useKept('rows', ['wide', 'close'])
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.documentElement.dataset.rows = rows
  }, [rows])
  useFavicon(isTest ? testFavicon : favicon)
  useEffect(() => markFiles(isTest ? TEST_FILES : ''), [isTest])
  useTop(address, main)
  return (
    <div className={styles.frame} data-rail={width}>
      <title>{texts.titleOf(texts.views[address.view], isTest)}</title>
      <a
        className={styles.skip}
        href={writeAddress(viewOf(address.view, { scope: address.scope }))}
        onClick={(event) => {
          event.preventDefault()
          main.current?.focus()
        }}
      >
        {texts.skip}
      </a>
      <Rail
        view={address.view}
        isNarrow={width === 'narrow'}
        onTurn={() => setWidth(width === 'wide' ? 'narrow' : 'wide')}
        isClose={rows === 'close'}
        onClose={() => setRows(rows === 'wide' ? 'close' : 'wide')}
      />
      <div className={styles.page} data-scoped={address.scope !== undefined || undefined}>
        <header className={styles.top}>
          {isTest && <TestBar />}
          <TopBar address={address} session={session} onSignOut={onSignOut} onTurn={onTurn} />
          <ScopeBar address={address} />
        </header>
        <main ref={main} tabIndex={-1} aria-label={texts.views[address.view]} className={styles.content}>
          {children}
        </main>
      </div>
    </div>
  )
}

function TestBar() {
  const clock = useRead(['clock'], (client, options) => client.testHelpers.readTestClock(options), {
    interval: SELDOM,
  })
  const { now, ahead_seconds: ahead } = clock.data ?? { now: 0, ahead_seconds: 0 }
  return (
    <p className={styles.test}>
      <span>
        <strong>{texts.testData}</strong> · {texts.testDataMeans}
        {ahead >= 1 && ` · ${texts.testClock(exactText(now, texts.locale))}`}
      </span>
    </p>
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

/**
 * Another page begins at its top; a panel that opens beside a list leaves the list where it is. What led there may be gone, as the search is:
 * then the keyboard goes on in the page.
 */
function useTop({ view, id, page }: Address, main: RefObject<HTMLElement | null>): void {
  const place = [view, id, page].join(' ')
  const before = useRef(place)
  useEffect(() => {
    if (before.current !== place) {
      scrollTo(0, 0)
      if (document.activeElement === document.body) main.current?.focus({ preventScroll: true })
    }
    before.current = place
  }, [place, main])
}
