import type { ConditionSettings, TierFacts, TierProgramme } from '../../../engine/index.ts'
import { NO_TIERS } from '../../../engine/index.ts'
import { DAY, later } from '../../../kit/time.ts'
import { atTime, change, changeShopper, type Draft } from '../draft.ts'
import type { Try } from './scene.ts'

type Of<Kind extends ConditionSettings['kind']> = Extract<ConditionSettings, { kind: Kind }>

const FEW = 3

export const inSegments: Try<Of<'SEGMENTS'>> = ({ any_of = [], none_of = [] }, draft) => {
  const { segments } = draft.basket.shopper
  const without = [...segments].filter((code) => !none_of.includes(code))
  const wanted = any_of.filter((code) => !none_of.includes(code)).slice(0, FEW)
  const found = wanted.map((code) => new Set([...without, code]))
  return [new Set(without), ...found].map((each) => changeShopper(draft, { segments: each }))
}

export const notInSegments: Try<Of<'SEGMENTS'>> = ({ any_of = [], none_of = [] }, draft) => {
  const { segments } = draft.basket.shopper
  const left = [...segments].filter((code) => !any_of.includes(code))
  return [new Set(left), ...none_of.slice(0, FEW).map((code) => new Set([...left, code]))].map((each) =>
    changeShopper(draft, { segments: each }),
  )
}

export const inTiers: Try<Of<'TIERS'>> = (
  { tiers: named, reached },
  draft,
  { setting: { known }, offer },
) => {
  // Discounts are given before it is known what the purchase reaches.
  if (!known.tiers || (reached && offer.redeem === 'INSTANT')) return []
  const { tiers } = known.tiers
  const { current, reached: before } = draft.basket.tiers
  const indexOf = (wanted: string | undefined) => tiers.findIndex(({ id }) => id === wanted)
  // A tier of no units is everybody's: it is held before anything is bought, and so never reached.
  const everybodys = tiers.findLastIndex(({ units }) => units === 0n)
  if (!reached) {
    return tiers.map((_, held) => change(draft, { tiers: standingAt(tiers, held, indexOf(before.at(-1))) }))
  }
  return named
    .map(({ id }) => indexOf(id))
    .filter((top) => top > everybodys)
    .flatMap((top) =>
      [everybodys, indexOf(current)]
        .filter((held) => held >= everybodys && held < top)
        .map((held) => change(draft, { tiers: standingAt(tiers, held, top) })),
    )
}

export const notInTiers: Try<Of<'TIERS'>> = (_, draft, { setting: { known } }) => {
  const { tiers } = known.tiers ?? { tiers: [] }
  return [NO_TIERS, ...tiers.map((_, held) => standingAt(tiers, held, held))].map((each) =>
    change(draft, { tiers: each }),
  )
}

/** Holding a tier, and reaching another above it; positions among the tiers, -1 below the first. */
function standingAt(tiers: TierProgramme['tiers'], held: number, top: number): TierFacts {
  const ids = tiers.map(({ id }) => id)
  return { held: ids.slice(0, held + 1), current: ids[held], reached: ids.slice(held + 1, top + 1) }
}

/** Signed up at the first or last moment that will do. */
export const newEnough: Try<Of<'MEMBER_SINCE'>> = ({ within_days, before, from }, draft, { setting }) => {
  const { at } = draft.basket
  const since = [
    ...(within_days === undefined ? [] : [later(at, 1 - within_days * DAY), at]),
    ...(before === undefined ? [] : [new Date(before - 1)]),
    ...(from === undefined ? [] : [new Date(from)]),
  ]
  return since.map((each) => signedUp(each > at ? atTime(draft, each, setting) : draft, each))
}

export const notNewEnough: Try<Of<'MEMBER_SINCE'>> = ({ within_days, before, from }, draft) => {
  const { at } = draft.basket
  const since = [
    ...(within_days === undefined ? [] : [later(at, -within_days * DAY)]),
    ...(before === undefined ? [] : [new Date(before), at]),
    ...(from === undefined ? [] : [new Date(from - 1)]),
  ]
  return since.filter((each) => each <= at).map((each) => signedUp(draft, each))
}

function signedUp(draft: Draft, since: Date): Draft {
  return changeShopper(draft, { since })
}

/** Born, or named, on the day of the purchase. */
export const celebrating: Try<Of<'OCCASION'>> = ({ occasion }, draft) => {
  const day = draft.basket.businessDay.slice(5)
  return [changeShopper(draft, occasion === 'BIRTHDAY' ? { birthday: `1990-${day}` } : { nameDay: day })]
}

export const notCelebrating: Try<Of<'OCCASION'>> = (_, draft) => [
  changeShopper(draft, { birthday: undefined, nameDay: undefined }),
]
