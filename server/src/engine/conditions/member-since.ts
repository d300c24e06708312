import { z } from 'zod'
import { invalidField } from '../../kit/error.ts'
import { DAY, epochSeconds } from '../../kit/time.ts'
import * as wire from '../../kit/wire.ts'
import { condition } from '../condition.ts'
import { ifSent } from '../translator.ts'
import { fragments } from '../words/english.ts'
import { plainVoice, type Voice } from '../words/voice.ts'
import type { SignedUp } from '../words/words.ts'

const kind = z.literal('MEMBER_SINCE')
const MOST_DAYS = 3_650

interface Fields {
  readonly within_days?: unknown
  readonly before?: unknown
  readonly from?: unknown
}
const asksSomething = ({ within_days, before, from }: Fields) =>
  within_days !== undefined || before !== undefined || from !== undefined
const nothingAsked = { error: 'within_days, before or from is needed' }

/** The contact signed up so recently, or in such a time: for new contacts only, or for old ones. */
export const memberSince = condition({
  kind: 'MEMBER_SINCE',
  settings: z
    .strictObject({
      kind,
      within_days: z.int().min(1).max(MOST_DAYS).optional(),
      /** Epoch milliseconds; from is inside, before is outside. */
      before: z.int().optional(),
      from: z.int().optional(),
    })
    .refine(asksSomething, nothingAsked),
  body: z
    .strictObject({
      kind,
      within_days: wire
        .integerFrom(1, MOST_DAYS)
        .optional()
        .meta({ description: 'Bought less than so many days after signing up.' }),
      before: wire.time.optional().meta({ description: 'Signed up before this time.' }),
      from: wire.time.optional().meta({ description: 'Signed up at this time or later.' }),
    })
    .refine(asksSomething, nothingAsked),
  reply: z.object({
    kind,
    within_days: z.number().optional(),
    before: wire.epoch.optional(),
    from: wire.epoch.optional(),
  }),
  fromWire: ({ kind, within_days, before, from }, { path }) => {
    if (before && from && before <= from) {
      throw invalidField(path('before'), clock(before), `a time after ${clock(from)} is needed`)
    }
    return { kind, within_days, before: before?.getTime(), from: from?.getTime() }
  },
  toWire: ({ kind, within_days, before, from }) => ({
    kind,
    within_days,
    before: ifSent(before, (ms) => epochSeconds(new Date(ms))),
    from: ifSent(from, (ms) => epochSeconds(new Date(ms))),
  }),
  says: (settings, voice) => voice.words.conditions.memberSince(whenIn(voice, settings)),
  compile: (settings, { currency }) => {
    const { within_days, before, from } = settings
    // Whoever signed up after the time of a late purchase is as new as can be.
    const most = (within_days ?? Number.POSITIVE_INFINITY) * DAY
    return {
      holds: ({ at, shopper: { since } }) =>
        at.getTime() - since.getTime() < most &&
        (before === undefined || since.getTime() < before) &&
        (from === undefined || since.getTime() >= from),
      shortfall: ({ shopper: { since } }) => ({
        seen: `signed up ${clock(since)}`,
        needed: fragments.signedUp(whenIn(plainVoice(currency), settings)),
      }),
    }
  },
})

interface Settings {
  readonly within_days?: number | undefined
  readonly before?: number | undefined
  readonly from?: number | undefined
}

function whenIn(voice: Voice, { within_days, before, from }: Settings): SignedUp {
  const show = (milliseconds: number) => voice.time(new Date(milliseconds))
  return { days: within_days, from: ifSent(from, show), before: ifSent(before, show) }
}

/** Times of the wire have whole seconds. */
function clock(at: Date): string {
  return `${at.toISOString().slice(0, 19)}Z`
}
