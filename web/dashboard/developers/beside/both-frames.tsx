import { useLayoutEffect, useState } from 'react'
import { Badge } from '../../../kit/badge.tsx'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { useSignedIn } from '../../client.ts'
import { texts } from '../../texts.ts'
import styles from './both-frames.module.css'
import { type AsContact, handToApp, handToTill, takeBack } from './hand-over.ts'

const words = texts.beside

interface FramesProps {
  readonly session: AsContact
  /** Where the till stands; undefined: it asks. */
  readonly venue: string | undefined
}

interface BothFramesProps extends FramesProps {
  readonly name: string
  readonly onAgain: () => Promise<unknown>
  readonly onClose: () => void
}

/** Both apps as they are, each in a frame, over the whole window. */
export function BothFrames({ name, session, venue, onAgain, onClose }: BothFramesProps) {
  const [isBusy, setBusy] = useState(false)
  const again = () => {
    setBusy(true)
    void onAgain()
      .catch(() => {})
      .finally(() => setBusy(false))
  }
  const acts = (
    <>
      <Badge tone="test" icon="flask">
        {words.test}
      </Badge>
      <Button icon="sync" disabled={isBusy} onClick={again}>
        {words.again}
      </Button>
    </>
  )
  return (
    <Dialog title={words.opened(name)} isWhole acts={acts} onClose={onClose}>
      <Frames key={session.access_token} session={session} venue={venue} />
    </Dialog>
  )
}

function Frames({ session, venue }: FramesProps) {
  const { session: own } = useSignedIn()
  // Before a frame has read its page.
  useLayoutEffect(() => handToTill(own), [own])
  useLayoutEffect(() => {
    handToApp(session)
    return takeBack
  }, [session])
  return (
    <div className={styles.both}>
      <iframe
        className={styles.frame}
        title={words.till}
        src={venue === undefined ? '/till/' : `/till/?venue=${encodeURIComponent(venue)}`}
      />
      <iframe className={styles.frame} title={words.app} src="/shopper/" />
    </div>
  )
}
