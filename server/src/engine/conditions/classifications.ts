import { z } from 'zod'
import { condition } from '../condition.ts'

const kind = z.literal('CLASSIFICATIONS')
const MOST = 100

/** The front end, or whoever reported the achievement, classified it as one of these. */
export const classifications = condition({
  kind: 'CLASSIFICATIONS',
  settings: z.strictObject({ kind, classifications: z.array(z.string().min(1).max(100)).min(1).max(MOST) }),
  body: z.strictObject({
    kind,
    classifications: z
      .array(z.string().trim().min(1).max(100))
      .min(1)
      .max(MOST)
      .meta({ description: 'Codes of classifications of purchases or achievements.' }),
  }),
  reply: z.object({ kind, classifications: z.array(z.string()) }),
  fromWire: ({ kind, classifications }) => ({ kind, classifications: [...new Set(classifications)] }),
  toWire: (settings) => settings,
  says: ({ classifications }, { words, names }) =>
    words.conditions.classifications(
      classifications.map((code) => names.ofCode('CLASSIFICATION', code) ?? code),
    ),
  compile: ({ classifications }) => {
    const codes = new Set(classifications)
    return {
      keys: classifications.map((code) => `CLASSIFICATION:${code}`),
      holds: ({ classification }) => classification !== undefined && codes.has(classification),
      shortfall: ({ classification = 'not classified' }) => ({
        seen: classification,
        needed: classifications.join(' or '),
      }),
    }
  },
})
