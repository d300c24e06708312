import { z } from 'zod'
import { inCapitals } from '../capitals.ts'
import { condition } from '../condition.ts'

const kind = z.literal('CHANNELS')
const MOST = 20

/** The purchase came about through one of these channels, such as POS or ONLINE; capitals do not matter. */
export const channels = condition({
  kind: 'CHANNELS',
  settings: z.strictObject({ kind, channels: z.array(z.string().min(1).max(50)).min(1).max(MOST) }),
  body: z.strictObject({
    kind,
    channels: z
      .array(z.string().trim().min(1).max(50))
      .min(1)
      .max(MOST)
      .meta({ description: 'Such as POS or ONLINE; capitals do not matter.' }),
  }),
  reply: z.object({ kind, channels: z.array(z.string()) }),
  fromWire: ({ kind, channels }) => ({
    kind,
    channels: [...new Set(channels.map((each) => each.toUpperCase()))],
  }),
  toWire: (settings) => settings,
  says: ({ channels }, { words }) => words.conditions.channels(channels),
  compile: ({ channels }) => {
    const wanted = new Set(channels)
    return {
      holds: ({ channel }) => channel !== undefined && wanted.has(inCapitals(channel)),
      shortfall: ({ channel = 'no channel named' }) => ({ seen: channel, needed: channels.join(' or ') }),
    }
  },
})
