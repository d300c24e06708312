import { useEffect, useEffectEvent, useRef } from 'react'
import { useStanding } from '../api/client.ts'
import type { Shown, speakToDisplay as Speak } from './channel.ts'
import { speakToDisplay } from './channel.ts'
import { type Standing as Sold, viewOf } from './what-is-shown.ts'

/** Keeps the customers' screen at what the till shows, and takes the code that is typed there. */
export function useDisplay(sold: Omit<Sold, 'digits' | 'currency'>, onCode: (digits: string) => void): void {
  const { venue, session } = useStanding()
  const channel = useRef<ReturnType<typeof Speak>>(undefined)
  const shown: Shown = {
    venue: venue.name,
    currency: venue.currency,
    isTest: session.mode === 'TEST',
    view: viewOf({ ...sold, digits: venue.digits, currency: venue.currency }),
  }
  const text = JSON.stringify(shown)
  const tell = useEffectEvent(() => channel.current?.say(shown))
  const take = useEffectEvent(onCode)
  useEffect(() => {
    channel.current = speakToDisplay((message) => (message.is === 'HELLO' ? tell() : take(message.digits)))
    tell()
    return () => channel.current?.end()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when anything of it is another
  useEffect(() => tell(), [text])
}
