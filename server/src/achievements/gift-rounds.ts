import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { MINUTE } from '../kit/time.ts'
import { type GiftSources, giveGifts } from './give-gifts.ts'

const EVERY_MS = 3 * MINUTE

export interface GiftRoundsOptions extends GiftSources {
  readonly log: Logger
  readonly everyMs?: number
}

/** Gives gifts every few minutes; ends after the contact it is at. */
export function openGiftRounds({ log, everyMs = EVERY_MS, ...sources }: GiftRoundsOptions): Rounds {
  return openRounds({
    log,
    everyMs,
    of: 'gifts',
    run: async ({ signal, tell }) => {
      const { failed } = await giveGifts(sources, signal)
      for (const err of failed) tell(err, 'a gift was not given')
    },
  })
}
