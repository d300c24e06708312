import { z } from 'zod'
import { condition } from '../condition.ts'
import { findNamed, namedReply, reference, saysNames, storedName } from '../translator.ts'
import { namesIn } from '../words/voice.ts'

const kind = z.literal('ORGANISATIONS')
const MOST = 1_000

/** Bought at one of these merchants or venues; the business stands for all of them. */
export const organisations = condition({
  kind: 'ORGANISATIONS',
  settings: z.strictObject({ kind, organisations: z.array(storedName).min(1).max(MOST) }),
  body: z.strictObject({ kind, organisations: z.array(reference).min(1).max(MOST) }),
  reply: z.object({ kind, organisations: z.array(namedReply) }),
  fromWire: ({ kind, organisations }, translator) => ({
    kind,
    organisations: organisations.map((each) => findNamed(translator, 'organisation', each)),
  }),
  toWire: ({ kind, organisations }, { named }) => ({
    kind,
    organisations: organisations.map((each) => named('organisation', each)),
  }),
  says: ({ organisations }, voice) =>
    voice.words.conditions.organisations(namesIn(voice, 'organisation', organisations)),
  compile: ({ organisations }) => {
    const ids = new Set(organisations.map(({ id }) => id))
    return {
      keys: [...ids].map((id) => `ORGANISATION:${id}`),
      holds: ({ business, merchant, venue }) =>
        ids.has(merchant) || (venue !== undefined && ids.has(venue)) || ids.has(business),
      shortfall: ({ placeName }) => ({ seen: placeName, needed: saysNames(organisations) }),
    }
  },
})
