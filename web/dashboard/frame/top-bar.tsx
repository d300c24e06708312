import { useEffect, useState } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { Button, IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import type { Session } from '../../kit/session.ts'
import { ThemeButton } from '../../kit/theme-button.tsx'
import type { Address } from '../address.ts'
import { texts } from '../texts.ts'
import { Palette } from './palette.tsx'
import { RailInFront } from './rail.tsx'
import styles from './top-bar.module.css'
import { Tray } from './tray.tsx'
import { useActs } from './use-acts.ts'
import { VenueScope } from './venue-scope.tsx'

export interface TopBarProps {
  readonly address: Address
  readonly session: Session
  readonly onSignOut: () => void
  /** To the data of the other mode. */
  readonly onTurn: () => void
}

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The menu of narrow screens, the search, whose data this is, the way out. */
export function TopBar({ address, session, onSignOut, onTurn }: TopBarProps) {
  const [open, setOpen] = useState<'menu' | 'palette'>()
  usePaletteKey(() => setOpen('palette'))
  const close = () => setOpen(undefined)
  const acts = useActs({ session, onSignOut, onTurn })
  return (
    <div className={styles.bar}>
      <span className={styles.menu}>
        <IconButton icon="menu" label={texts.openMenu} onClick={() => setOpen('menu')} />
      </span>
      <button
        type="button"
        className={styles.search}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen('palette')}
      >
        <Icon name="search" />
        <span>{texts.palette.open}</span>
        <kbd>{isApple ? '⌘K' : 'Ctrl K'}</kbd>
      </button>
      <span className={styles.venue}>
        <VenueScope address={address} />
      </span>
      <div className={styles.viewer}>
        <Tray />
        <Mode session={session} onTurn={onTurn} />
        <ThemeButton />
        <a className={styles.docs} href="/docs" target="_blank" rel="noreferrer" title={texts.docs}>
          <Icon name="book" />
          <span>{texts.docs}</span>
        </a>
        {session.staff !== undefined && <span className={styles.staff}>{session.staff}</span>}
        <Button onClick={onSignOut}>{texts.signOut}</Button>
      </div>
      {open === 'menu' && <RailInFront address={address} onClose={close} />}
      {open === 'palette' && <Palette acts={acts} onClose={close} />}
    </div>
  )
}

/** Whose data this is; pressed, it leads to the other mode's. */
function Mode({ session, onTurn }: Pick<TopBarProps, 'session' | 'onTurn'>) {
  const isLive = session.mode === 'LIVE'
  return (
    <button
      type="button"
      className={styles.mode}
      title={texts.turnTo(isLive ? texts.test : texts.live)}
      onClick={onTurn}
    >
      {isLive ? (
        <Badge tone="brand" icon="check">
          {texts.live}
        </Badge>
      ) : (
        <Badge tone="test" icon="flask">
          {texts.test}
        </Badge>
      )}
    </button>
  )
}

function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey) return
      event.preventDefault()
      // Whoever is asked something answers first.
      if (document.querySelector('dialog[open]') === null) open()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  })
}
