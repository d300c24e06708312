import type { Work } from '../db/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { AlreadyExists, type FieldError } from '../kit/error.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { acceptedDate, type Catalogue, classificationOf, contactNamed } from '../purchases/index.ts'
import type { AchievementBody } from './achievements.api.ts'
import { placeOf } from './happening.ts'
import type { RewardEvent } from './reward-event.ts'
import { rewardOccasion } from './reward-occasion.ts'

/** Rewards an achievement that somebody reports. The same reference number of the same contact is the same achievement. */
export async function reportAchievement(
  work: Work,
  catalogue: Catalogue,
  body: AchievementBody,
): Promise<RewardEvent> {
  const { directory, currency } = catalogue
  const place = body.organisation
    ? directory.placeOf(body.organisation, work.actor.within)
    : placeOf(work.actor, directory)
  const told = {
    place,
    date: acceptedDate(body.date, work.at, place),
    classification: classificationOf(body.classification, catalogue),
    amount:
      body.amount === undefined ? undefined : readPositiveMinor('amount', body.amount, minorDigits(currency)),
  }
  const event = await rewardOccasion(work, catalogue, {
    occasion: 'ACHIEVEMENT',
    contact: await contactNamed(work, catalogue, body.contact),
    reference: body.reference_number,
    ...told,
  })
  const { classification } = told
  const code = 'known' in classification ? classification.known.code : classification.unknown.code
  refuseOtherContent(event, [
    ['classification', event.classification?.code !== code],
    ['amount', event.amount !== told.amount],
    ['date', body.date !== undefined && event.date.getTime() !== told.date.getTime()],
    [
      'organisation',
      body.organisation !== undefined &&
        (event.merchant !== place.merchant.id || event.venue !== place.venue?.id),
    ],
  ])
  return event
}

function refuseOtherContent(
  { reference }: RewardEvent,
  differs: readonly (readonly [path: string, is: boolean])[],
): void {
  const fields = differs.flatMap(([path, is]): FieldError[] =>
    is ? [{ path, code: 'differs', message: `${path} differs from what was reported before` }] : [],
  )
  if (fields.length === 0) return
  throw AlreadyExists({
    parameters: ['achievement', reference],
    detail: `This achievement was reported before with other content: ${fields.map(({ path }) => path).join(', ')}.`,
    fields,
  })
}
