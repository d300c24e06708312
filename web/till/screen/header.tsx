import type { RefObject } from 'react'
import { Badge } from '../../kit/badge.tsx'
import { IconButton } from '../../kit/button.tsx'
import { Icon } from '../../kit/icon.tsx'
import { ThemeButton } from '../../kit/theme-button.tsx'
import { useLink, useStanding } from '../api/client.ts'
import favicon from '../favicon.svg'
import type { Queue } from '../offline/use-queue.ts'
import { tillNumber } from '../sale/reference.ts'
import { useClerk } from '../session/clerk.ts'
import { texts } from '../texts.ts'
import styles from './header.module.css'

export interface HeaderProps {
  readonly sought: string
  readonly onSeek: (text: string) => void
  /** Enter in the field: what stands there is meant as a whole. */
  readonly onMeant: (text: string) => void
  readonly field: RefObject<HTMLInputElement | null>
  readonly queue: Queue
  readonly onQueue: () => void
  readonly onLog: () => void
  readonly onHelp: () => void
  readonly onScript: () => void
  readonly onCamera: () => void
  readonly onSettings: () => void
  readonly onLeave: () => void
  readonly onSignOut: () => void
}

/** Which till this is, the one field that is always ready, and how the platform answers. */
export function Header({ sought, onSeek, onMeant, field, queue, ...go }: HeaderProps) {
  const { venue, session } = useStanding()
  const clerk = useClerk()
  const isTest = session.mode === 'TEST'
  return (
    <header className={styles.header}>
      {isTest && (
        <p className={styles.test}>
          <span>
            <strong>{texts.testData}</strong> · {texts.testDataMeans}
          </span>
        </p>
      )}
      <div className={styles.bar}>
        <img src={favicon} alt={texts.product} width="26" height="26" />
        <div className={styles.place}>
          <h1>{venue.name}</h1>
          <button type="button" onClick={go.onLeave}>
            {[texts.till(tillNumber()), clerk, texts.leaveVenue].filter(Boolean).join(' · ')}
          </button>
        </div>
        <form
          className={styles.search}
          onSubmit={(event) => {
            event.preventDefault()
            onMeant(sought.trim())
          }}
        >
          <Icon name="search" size={18} />
          <input
            ref={field}
            value={sought}
            onChange={(event) => onSeek(event.target.value)}
            placeholder={texts.search}
            aria-label={texts.search}
            aria-keyshortcuts="F2"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          {sought === '' ? (
            <kbd>F2</kbd>
          ) : (
            <IconButton icon="cross" label={texts.clearSearch} onClick={() => onSeek('')} />
          )}
        </form>
        <LinkBadge queue={queue} onQueue={go.onQueue} />
        <div className={styles.ways}>
          <ThemeButton />
          <IconButton icon="scan" label={texts.keys.camera} aria-keyshortcuts="Alt+C" onClick={go.onCamera} />
          <IconButton icon="log" label={texts.keys.log} aria-keyshortcuts="Alt+L" onClick={go.onLog} />
          <IconButton icon="play" label={texts.keys.script} aria-keyshortcuts="Alt+G" onClick={go.onScript} />
          <IconButton
            icon="gear"
            label={texts.keys.settings}
            aria-keyshortcuts="Alt+T"
            onClick={go.onSettings}
          />
          <IconButton icon="keyboard" label={texts.keys.title} aria-keyshortcuts="?" onClick={go.onHelp} />
          <IconButton icon="forward" label={texts.signOut} onClick={go.onSignOut} />
        </div>
      </div>
    </header>
  )
}

function LinkBadge({ queue, onQueue }: Pick<HeaderProps, 'queue' | 'onQueue'>) {
  const link = useLink()
  const { waiting, stopped } = queue
  const isOffline = link === 'OFFLINE'
  const words = texts.link
  const text = stopped
    ? words.stopped
    : isOffline
      ? words.queued(waiting.length)
      : waiting.length > 0
        ? words.sending(waiting.length)
        : words[link]
  const tone = stopped ? 'negative' : link === 'ONLINE' && waiting.length === 0 ? 'positive' : 'warning'
  return (
    <button type="button" className={styles.link} title={texts.queue.open} onClick={onQueue}>
      <span role="status">
        <Badge tone={tone} icon={isOffline ? 'noLine' : 'line'}>
          {text}
        </Badge>
      </span>
    </button>
  )
}
