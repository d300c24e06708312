import type { Tone } from '../../kit/badge.tsx'
import type { IconName } from '../../kit/icon.tsx'
import { dateText } from '../../kit/moment.ts'
import { texts } from '../texts.ts'
import type { Offer } from './queries.ts'

export const PHASES: Readonly<Record<Offer['phase'], { readonly tone: Tone; readonly icon: IconName }>> = {
  DRAFT: { tone: 'neutral', icon: 'edit' },
  SCHEDULED: { tone: 'info', icon: 'clock' },
  RUNNING: { tone: 'positive', icon: 'play' },
  PAUSED: { tone: 'warning', icon: 'pause' },
  ENDED: { tone: 'neutral', icon: 'cross' },
}

/** When an offer runs, in a few words. */
export function windowOf({ availability: { from, to } }: Pick<Offer, 'availability'>): string {
  const words = texts.offers.window
  const on = (at: number) => dateText(at, texts.locale)
  if (from !== null && to !== null) return words.between(on(from), on(to))
  if (from !== null) return words.since(on(from))
  return to === null ? words.always : words.until(on(to))
}
