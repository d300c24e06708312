import { z } from 'zod'
import { condition } from '../condition.ts'
import { ifSent } from '../translator.ts'
import { fragments } from '../words/english.ts'

const kind = z.literal('SEGMENTS')
const MOST = 100
const sentCodes = z.array(z.string().trim().min(1).max(100)).min(1).max(MOST)
const storedCodes = z.array(z.string().min(1).max(100)).min(1).max(MOST)
const asksSomething = ({ any_of, none_of }: { readonly any_of?: unknown; readonly none_of?: unknown }) =>
  any_of !== undefined || none_of !== undefined
const nothingAsked = { error: 'any_of or none_of is needed' }

/** The contact belongs to one of these segments, and to none of those. */
export const segments = condition({
  kind: 'SEGMENTS',
  settings: z
    .strictObject({ kind, any_of: storedCodes.optional(), none_of: storedCodes.optional() })
    .refine(asksSomething, nothingAsked),
  body: z
    .strictObject({ kind, any_of: sentCodes.optional(), none_of: sentCodes.optional() })
    .refine(asksSomething, nothingAsked),
  reply: z.object({ kind, any_of: z.array(z.string()).optional(), none_of: z.array(z.string()).optional() }),
  fromWire: ({ kind, any_of, none_of }) => ({
    kind,
    any_of: ifSent(any_of, distinct),
    none_of: ifSent(none_of, distinct),
  }),
  toWire: (settings) => settings,
  says: ({ any_of, none_of }, { words }) => words.conditions.segments(any_of, none_of),
  compile: (settings) => {
    const { any_of, none_of = [] } = settings
    return {
      // A purchase of a contact in no segment can still fulfil none_of, so only any_of tells where to look.
      ...(any_of && { keys: any_of.map((code) => `SEGMENT:${code}`) }),
      holds: ({ shopper: { segments } }) =>
        (any_of === undefined || any_of.some((code) => segments.has(code))) &&
        !none_of.some((code) => segments.has(code)),
      shortfall: ({ shopper: { segments } }) => {
        const unwanted = none_of.filter((code) => segments.has(code))
        return {
          seen: unwanted.length > 0 ? `in ${unwanted.join(' and ')}` : 'in none of them',
          needed: fragments.segments(any_of, settings.none_of),
        }
      },
    }
  },
})

function distinct(codes: readonly string[]): string[] {
  return [...new Set(codes)]
}
