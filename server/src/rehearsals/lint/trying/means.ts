import type { ConditionSettings } from '../../../engine/index.ts'
import { derivedId } from '../../../kit/id.ts'
import { atPlace, change } from '../draft.ts'
import type { Try } from './scene.ts'

type Of<Kind extends ConditionSettings['kind']> = Extract<ConditionSettings, { kind: Kind }>

const FEW = 3
const MOST_PLACES = 24

export const atOneOf: Try<Of<'ORGANISATIONS'>> = ({ organisations }, draft, { setting }) => {
  const ids = new Set<string>(organisations.map(({ id }) => id))
  return setting.places
    .filter(
      ({ business, merchant, venue }) =>
        ids.has(business) || ids.has(merchant) || (venue !== undefined && ids.has(venue)),
    )
    .slice(0, MOST_PLACES)
    .map((place) => atPlace(draft, place, setting))
}

export const elsewhere: Try<Of<'ORGANISATIONS'>> = ({ organisations }, draft, { setting }) => {
  const ids = new Set<string>(organisations.map(({ id }) => id))
  return setting.places
    .filter(({ merchant, venue }) => !ids.has(merchant) && (venue === undefined || !ids.has(venue)))
    .slice(0, MOST_PLACES)
    .map((place) => atPlace(draft, place, setting))
}

export const throughChannel: Try<Of<'CHANNELS'>> = ({ channels }, draft) =>
  channels.slice(0, FEW).map((channel) => change(draft, { channel }))

export const throughNone: Try<Of<'CHANNELS'>> = (_, draft) => [change(draft, { channel: undefined })]

export const classified: Try<Of<'CLASSIFICATIONS'>> = ({ classifications }, draft) =>
  classifications.slice(0, FEW).map((classification) => change(draft, { classification }))

export const notClassified: Try<Of<'CLASSIFICATIONS'>> = (_, draft) => [
  change(draft, { classification: undefined }),
]

export const paidWith: Try<Of<'PAYMENT'>> = ({ mediums = [], tenders = [] }, draft) => [
  ...mediums.slice(0, FEW).map((paymentMedium) => change(draft, { paymentMedium })),
  ...tenders.slice(0, FEW).map((type) => change(draft, { tenders: [...draft.basket.tenders, type] })),
]

export const paidOtherwise: Try<Of<'PAYMENT'>> = (_, draft) => [
  change(draft, { paymentMedium: undefined, tenders: [] }),
]

export const withPass: Try<Of<'PASS'>> = ({ pass_plans }, draft, { setting: { known } }) =>
  pass_plans
    .filter(({ id }) => known.passPlans.has(id))
    .slice(0, FEW)
    .map(({ id: plan }) => change(draft, { pass: { ...NEW_PASS, plan } }))

/** The pass itself may be used as often as it likes: what is linted is the offer. */
const NEW_PASS = {
  id: derivedId('a pass'),
  code: '',
  mostUses: undefined,
  mostUsesPerContact: undefined,
}

export const withoutPass: Try<Of<'PASS'>> = (_, draft) => [change(draft, { pass: undefined })]
