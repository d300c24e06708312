import type { ContactId, OrganisationId } from '../kit/id.ts'
import type { LocalMoment } from '../kit/zone.ts'
import type { BasketLine } from '../products/index.ts'

/** Everything an offer may look at. Facts only: judging reads no clock and no database. */
export interface Basket {
  readonly business: OrganisationId
  readonly merchant: OrganisationId
  readonly venue: OrganisationId | undefined
  /** What people call the place. */
  readonly placeName: string
  readonly contact: ContactId
  readonly at: Date
  /** `at` on the wall clock of the venue. */
  readonly local: LocalMoment
  /** The local calendar day in the business's zone, which periods of limits are counted in. */
  readonly businessDay: string
  readonly currency: string
  readonly total: bigint
  readonly lines: readonly BasketLine[]
}
