import { z } from 'zod'
import * as wire from '../../kit/wire.ts'
import type { TierFacts } from '../basket.ts'
import { condition } from '../condition.ts'
import { findNamed, namedReply, reference, type StoredName, storedName } from '../translator.ts'
import { namesIn, plainVoice, type Voice } from '../words/voice.ts'

const kind = z.literal('TIERS')
const MOST = 20

/** The contact stands in one of these tiers before the purchase, or reaches one of them with it. */
export const tiers = condition({
  kind: 'TIERS',
  settings: z.strictObject({
    kind,
    tiers: z.array(storedName).min(1).max(MOST),
    or_above: z.boolean(),
    reached: z.boolean(),
  }),
  body: z
    .strictObject({
      kind,
      tiers: z.array(reference).min(1).max(MOST),
      or_above: wire.flag.default(false).meta({ description: 'true: higher tiers will do as well.' }),
      reached: wire.flag.default(false).meta({
        description: 'true: the purchase must reach one of the tiers; false: the contact must be in one.',
      }),
    })
    .refine(({ or_above, reached }) => !(or_above && reached), {
      error: 'a tier is reached or held: send or_above or reached, not both',
      path: ['or_above'],
    }),
  reply: z.object({ kind, tiers: z.array(namedReply), or_above: z.boolean(), reached: z.boolean() }),
  fromWire: ({ tiers, ...rest }, translator) => ({
    ...rest,
    tiers: tiers.map((each) => findNamed(translator, 'tier', each)),
  }),
  toWire: ({ tiers, ...rest }, { named }) => ({ ...rest, tiers: tiers.map((each) => named('tier', each)) }),
  says: (settings, voice) => saysTiers(settings, voice),
  compile: (settings, { currency }) => {
    const ids = new Set(settings.tiers.map(({ id }) => id))
    return {
      isLate: true,
      holds: ({ tiers }) => tiersAsked(settings, tiers).some((id) => ids.has(id)),
      shortfall: ({ tiers: { current, reached } }) => ({
        seen: settings.reached ? saysReached(reached) : current === undefined ? 'no tier' : 'another tier',
        needed: saysTiers(settings, plainVoice(currency)),
      }),
    }
  },
})

interface Asked {
  readonly tiers: readonly StoredName[]
  readonly or_above: boolean
  readonly reached: boolean
}

function tiersAsked({ or_above, reached }: Asked, facts: TierFacts): readonly string[] {
  if (reached) return facts.reached
  if (or_above) return facts.held
  return facts.current === undefined ? [] : [facts.current]
}

function saysReached(reached: readonly string[]): string {
  return reached.length === 0 ? 'no tier reached' : 'another tier reached'
}

function saysTiers({ tiers, ...asked }: Asked, voice: Voice): string {
  return voice.words.conditions.tiers(namesIn(voice, 'tier', tiers), asked)
}
