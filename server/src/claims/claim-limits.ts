import type { Work } from '../db/index.ts'
import type { Refusal } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { DAY, later, SECOND } from '../kit/time.ts'
import type { Directory, Place } from '../organisations/index.ts'
import { TooManyClaims } from './claims.errors.ts'
import { claimTimesSince } from './claims.store.ts'

interface Claiming {
  readonly contact: ContactId
  readonly place: Place
  readonly directory: Directory
}

/**
 * Why the contact has to wait: so many receipts within 24 hours at this merchant, or in the whole business. Refused claims do not
 * count. Who claims is held, so that claims at once are counted one after another.
 */
export async function tooManyClaims(
  work: Work,
  { contact, place, directory }: Claiming,
): Promise<Refusal | undefined> {
  const made = await claimTimesSince(work, contact, later(work.at, -DAY))
  const there = made.filter(({ merchant }) => merchant === place.merchant.id)
  const { claimsPerDayInAll } = directory.formerPlace(directory.business.id).settings
  return (
    over(there, { most: place.settings.claimsPerDay, where: `at ${place.merchant.name}`, at: work.at }) ??
    over(made, { most: claimsPerDayInAll, where: 'here', at: work.at })
  )
}

interface Limit {
  readonly most: number
  readonly where: string
  readonly at: Date
}

function over(made: readonly { readonly at: Date }[], { most, where, at }: Limit): Refusal | undefined {
  if (made.length < most) return undefined
  // The oldest of the newest so many has to leave the day first.
  const oldest = made[made.length - most]?.at ?? at
  const until = later(oldest, DAY)
  return TooManyClaims({
    parameters: ['claims_per_day', String(most)],
    detail: `${most} receipts can be claimed ${where} within 24 hours; the next at ${until.toISOString()}.`,
    retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - at.getTime()) / SECOND)),
  })
}
