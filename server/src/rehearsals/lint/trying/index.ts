import type { CompiledOffer, ConditionSettings } from '../../../engine/index.ts'
import type { Draft } from '../draft.ts'
import * as goods from './goods.ts'
import * as means from './means.ts'
import * as people from './people.ts'
import type { Scene, Try } from './scene.ts'
import * as times from './times.ts'

/** What of a basket a condition looks at; they are settled one after another. */
export const STAGES = ['PLACE', 'TIME', 'PERSON', 'MEANS', 'GOODS'] as const
export type Stage = (typeof STAGES)[number]

type SettingsByKind = { readonly [Each in ConditionSettings as Each['kind']]: Each }
type Kind = keyof SettingsByKind

interface Tries<Settings> {
  readonly stage: Stage
  readonly fulfil: Try<Settings>
  readonly avoid: Try<Settings>
}

const nothing = () => []

/** How to try to fulfil each condition, and how not to, in the order of the stages. A new kind of condition is one entry. */
const TRIES: { readonly [Each in Kind]: Tries<SettingsByKind[Each]> } = {
  ORGANISATIONS: { stage: 'PLACE', fulfil: means.atOneOf, avoid: means.elsewhere },
  TIMINGS: { stage: 'TIME', fulfil: times.insideWindows, avoid: times.outsideWindows },
  SEGMENTS: { stage: 'PERSON', fulfil: people.inSegments, avoid: people.notInSegments },
  TIERS: { stage: 'PERSON', fulfil: people.inTiers, avoid: people.notInTiers },
  MEMBER_SINCE: { stage: 'PERSON', fulfil: people.newEnough, avoid: people.notNewEnough },
  OCCASION: { stage: 'PERSON', fulfil: people.celebrating, avoid: people.notCelebrating },
  CHANNELS: { stage: 'MEANS', fulfil: means.throughChannel, avoid: means.throughNone },
  CLASSIFICATIONS: { stage: 'MEANS', fulfil: means.classified, avoid: means.notClassified },
  PAYMENT: { stage: 'MEANS', fulfil: means.paidWith, avoid: means.paidOtherwise },
  PASS: { stage: 'MEANS', fulfil: means.withPass, avoid: means.withoutPass },
  BUNDLE: { stage: 'GOODS', fulfil: goods.withBundle, avoid: goods.withoutBundle },
  PRODUCTS: { stage: 'GOODS', fulfil: goods.withProducts, avoid: goods.withOtherProducts },
  AMOUNT: { stage: 'GOODS', fulfil: goods.forAmount, avoid: goods.forOtherAmount },
  // Chance cannot be tried: what is linted is judged as if the draw had been won.
  LOTTERY: { stage: 'MEANS', fulfil: nothing, avoid: nothing },
}

const KINDS = Object.keys(TRIES)

function rankOf({ kind }: ConditionSettings): number {
  return KINDS.indexOf(kind)
}

/** An offer's conditions of a stage, in the order in which they are tried. */
export function conditionsIn(stage: Stage, { offer: { offer } }: Scene): readonly ConditionSettings[] {
  return offer.terms.conditions
    .filter(({ kind }) => TRIES[kind].stage === stage)
    .sort((a, b) => rankOf(a) - rankOf(b))
}

export function kindsIn(stage: Stage, { offer }: CompiledOffer): readonly string[] {
  return offer.terms.conditions.filter(({ kind }) => TRIES[kind].stage === stage).map(({ kind }) => kind)
}

export function fulfil(settings: ConditionSettings, draft: Draft, scene: Scene): readonly Draft[] {
  return triesOf(settings.kind, settings).fulfil(draft, scene)
}

export function avoid(settings: ConditionSettings, draft: Draft, scene: Scene): readonly Draft[] {
  return triesOf(settings.kind, settings).avoid(draft, scene)
}

function triesOf<Each extends Kind>(kind: Each, settings: SettingsByKind[Each]) {
  const tries: Tries<SettingsByKind[Each]> = TRIES[kind]
  return {
    fulfil: (draft: Draft, scene: Scene) => tries.fulfil(settings, draft, scene),
    avoid: (draft: Draft, scene: Scene) => tries.avoid(settings, draft, scene),
  }
}
