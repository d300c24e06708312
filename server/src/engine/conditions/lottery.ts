import { z } from 'zod'
import * as wire from '../../kit/wire.ts'
import { condition } from '../condition.ts'
import { drawn } from '../draw.ts'

const kind = z.literal('LOTTERY')
const FEWEST = 2
const MOST = 1_000_000

/**
 * One purchase in so many wins, by chance. The number that is drawn for a purchase before it is judged
 * decides, so that the same purchase judged again wins or loses again, and anybody can check it.
 */
export const lottery = condition({
  kind: 'LOTTERY',
  settings: z.strictObject({ kind, one_in: z.int().min(FEWEST).max(MOST) }),
  body: z.strictObject({
    kind,
    one_in: wire.integerFrom(FEWEST, MOST).meta({ description: '100: one purchase of a hundred wins.' }),
  }),
  reply: z.object({ kind, one_in: z.number() }),
  fromWire: (sent) => sent,
  toWire: (settings) => settings,
  says: ({ one_in }, { words }) => words.conditions.lottery(words.figure(String(one_in))),
  compile: ({ one_in }, { offer }) => ({
    holds: ({ luck }) => luck !== undefined && drawn(luck, offer, one_in) === 0,
    shortfall: ({ luck }) => ({
      seen:
        luck === undefined
          ? 'drawn when the purchase is made'
          : `drew ${drawn(luck, offer, one_in)} of ${one_in}`,
      needed: '0',
    }),
  }),
})
