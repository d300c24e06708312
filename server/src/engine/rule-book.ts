import { z } from 'zod'
import { idOf, isGuid } from '../kit/guid.ts'
import { positiveDigits } from '../kit/stored.ts'
import { isTimeZone } from '../kit/zone.ts'
import { compileOffer } from './compile.ts'
import { offerTerms } from './offer.ts'
import { indexOffers, type OfferIndex } from './offer-index.ts'
import { TIER_PERIODS, type TierProgramme } from './tiers.ts'

/** Ids are compared as texts, so there is one way to write each. */
export const guidText = z
  .string()
  .refine(isGuid, 'a GUID in lower case with dashes is needed')
  .meta({ description: 'GUID in lower case, with dashes.' })

export const timeZone = z
  .string()
  .refine(isTimeZone, 'a time zone such as Europe/Nicosia is needed')
  .meta({ description: 'Time zone of the IANA database, such as Europe/Nicosia.' })

const bookedOffer = z.strictObject({
  id: guidText,
  code: z.string(),
  version: z.int().min(1),
  terms: offerTerms,
})

const programme = z.strictObject({
  units_per: positiveDigits.meta({
    description: 'Units for one unit of the currency (a euro), in ten-thousandths: 10000 is one unit.',
  }),
  period: z.enum(TIER_PERIODS),
  tiers: z
    .array(
      z.strictObject({
        id: guidText,
        code: z.string(),
        name: z.string(),
        units: z.string().regex(/^\d{1,15}$/),
      }),
    )
    .refine((tiers) => tiers.every(({ units }, index) => isAbove(units, tiers[index - 1]?.units)), {
      error: 'each tier needs more units than the one before it',
    })
    .meta({ description: 'From the lowest to the highest.' }),
})

function isAbove(units: string, before: string | undefined): boolean {
  return before === undefined || BigInt(units) > BigInt(before)
}

/**
 * Everything that offers are judged by, apart from the facts of a purchase: the live offers of a business as they are stored.
 * Amounts are minor units as digits, pieces ten-thousandths, times epoch milliseconds.
 */
export const ruleBook = z.strictObject({
  revision: z
    .string()
    .max(20)
    .optional()
    .meta({ description: 'Which state of the configuration it holds; an equal one has equal rules.' }),
  business: guidText,
  business_zone: timeZone.meta({ description: 'In whose calendar limits, goals and tiers count.' }),
  // Checked for its form alone: which currencies there are, platforms know differently.
  currency: z.string().regex(/^[A-Z]{3}$/, 'a currency of ISO 4217 such as EUR is needed'),
  offers: z
    .array(bookedOffer)
    .refine((offers) => new Set(offers.map(({ id }) => id)).size === offers.length, {
      error: 'no offer may stand in it twice',
    }),
  tiers: programme.optional(),
})
export type RuleBook = z.input<typeof ruleBook>

/** A rule book made ready to judge by. */
export interface OpenBook {
  readonly business: string
  readonly businessZone: string
  readonly currency: string
  readonly offers: OfferIndex
  readonly tiers: TierProgramme | undefined
}

export function openBook({
  business,
  business_zone,
  currency,
  offers,
  tiers,
}: z.output<typeof ruleBook>): OpenBook {
  const compiled = offers.map(({ id, ...offer }) =>
    compileOffer({ ...offer, id: idOf(id), state: 'ACTIVE', currency }),
  )
  return {
    business,
    businessZone: business_zone,
    currency,
    offers: indexOffers(compiled),
    tiers: tiers && {
      unitsPer: BigInt(tiers.units_per),
      period: tiers.period,
      tiers: tiers.tiers.map(({ id, units, ...tier }) => ({ ...tier, id: idOf(id), units: BigInt(units) })),
    },
  }
}
