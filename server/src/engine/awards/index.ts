import type { z } from 'zod'
import { present } from '../../kit/invariant.ts'
import type { AmountsShown, Bound, Reckon, Reckoned } from '../award.ts'
import { firstOf, unionByKind } from '../by-kind.ts'
import type { Translator } from '../translator.ts'
import type { Voice } from '../words/voice.ts'
import type { Way } from '../words/words.ts'
import { fixed } from './fixed.ts'
import { perAmount } from './per-amount.ts'
import { percentage } from './percentage.ts'
import { product } from './product.ts'
import { steps } from './steps.ts'

/** All awards. A new award is one file and one name here. */
const AWARDS = [percentage, fixed, perAmount, steps, product] as const

const kinds = AWARDS.map(({ kind }) => kind)

/** An award as it is stored, as clients write it, and as answers show it. */
export const awardSettings = unionByKind(
  AWARDS.map(({ settings }) => settings),
  kinds,
)
export const awardBody = unionByKind(
  AWARDS.map(({ body }) => body),
  kinds,
)
export const awardReply = unionByKind(
  AWARDS.map(({ reply }) => reply),
  kinds,
)
export type AwardSettings = z.output<typeof awardSettings>
export type AwardBody = z.output<typeof awardBody>
export type AwardReply = z.input<typeof awardReply>

export function readAward(sent: AwardBody, translator: Translator): AwardSettings {
  return present(
    firstOf(AWARDS, (kind) => kind.read(sent, translator)),
    'every kind that is taken is read',
  )
}

export function showAward(settings: AwardSettings, amounts: AmountsShown): AwardReply {
  return ofSettings(settings).show(amounts)
}

export function saysAward(settings: AwardSettings, voice: Voice, way: Way): string {
  return ofSettings(settings).says(voice, way)
}

export function compileAward(settings: AwardSettings): Reckon {
  return ofSettings(settings).compile()
}

export function formulaOfAward(settings: AwardSettings, reckoned: Reckoned, currency: string): string {
  return ofSettings(settings).formula(reckoned, currency)
}

/** How much more has to be earned on for the award's next step; undefined when there is none. */
export function nextStep(settings: AwardSettings, base: bigint): bigint | undefined {
  return ofSettings(settings).next(base)
}

export function boundOfAward(settings: AwardSettings): Bound {
  return ofSettings(settings).bound()
}

function ofSettings(settings: AwardSettings) {
  return present(
    firstOf(AWARDS, (kind) => kind.bind(settings)),
    'every kind that is stored is known',
  )
}
