import type { z } from 'zod'
import { present } from '../../kit/invariant.ts'
import { firstOf, unionByKind } from '../by-kind.ts'
import type { Check, CheckContext } from '../condition.ts'
import type { Translator } from '../translator.ts'
import type { Voice } from '../words/voice.ts'
import { amount } from './amount.ts'
import { bundle } from './bundle.ts'
import { channels } from './channels.ts'
import { classifications } from './classifications.ts'
import { lottery } from './lottery.ts'
import { memberSince } from './member-since.ts'
import { personalOccasion } from './occasion.ts'
import { organisations } from './organisations.ts'
import { pass } from './pass.ts'
import { payment } from './payment.ts'
import { products } from './products.ts'
import { segments } from './segments.ts'
import { tiers } from './tiers.ts'
import { timings } from './timings.ts'

/**
 * All conditions, cheapest check first: the order in which they are judged. The lottery is last, so that only
 * who fulfilled all else is told of a draw. A new condition is one file and one name here.
 */
const CONDITIONS = [
  timings,
  amount,
  channels,
  classifications,
  pass,
  memberSince,
  organisations,
  tiers,
  segments,
  payment,
  personalOccasion,
  products,
  bundle,
  lottery,
] as const

const kinds = CONDITIONS.map(({ kind }) => kind)

/** A condition as it is stored, as clients write it, and as answers show it. */
export const conditionSettings = unionByKind(
  CONDITIONS.map(({ settings }) => settings),
  kinds,
)
export const conditionBody = unionByKind(
  CONDITIONS.map(({ body }) => body),
  kinds,
)
export const conditionReply = unionByKind(
  CONDITIONS.map(({ reply }) => reply),
  kinds,
)
export type ConditionSettings = z.output<typeof conditionSettings>
export type ConditionBody = z.output<typeof conditionBody>
export type ConditionReply = z.input<typeof conditionReply>

export function readCondition(sent: ConditionBody, translator: Translator): ConditionSettings {
  return present(
    firstOf(CONDITIONS, (kind) => kind.read(sent, translator)),
    'every kind that is taken is read',
  )
}

export function showCondition(settings: ConditionSettings, translator: Translator): ConditionReply {
  return bound(settings).show(translator)
}

export function saysCondition(settings: ConditionSettings, voice: Voice): string {
  return bound(settings).says(voice)
}

/** The checks of an offer in the order of CONDITIONS, so that the cheapest refusal is found first. */
export function compileConditions(all: readonly ConditionSettings[], context: CheckContext): Check[] {
  const rank = ({ kind }: ConditionSettings) => kinds.indexOf(kind)
  return [...all].sort((a, b) => rank(a) - rank(b)).map((settings) => bound(settings).compile(context))
}

function bound(settings: ConditionSettings) {
  return present(
    firstOf(CONDITIONS, (kind) => kind.bind(settings)),
    'every kind that is stored is known',
  )
}
