import type { OpenBook, RuleBook } from '../engine/index.ts'
import type { Catalogue } from '../purchases/index.ts'

/** The offers that purchases are judged by now, for whoever judges elsewhere. */
export function ruleBookOf({ revision, currency, directory, offers, tiers }: Catalogue): RuleBook {
  const { business } = directory
  return {
    revision: revision.toString(),
    business: business.id,
    business_zone: business.timeZone,
    currency,
    offers: offers.all.map(({ offer: { id, code, version, terms } }) => ({ id, code, version, terms })),
    tiers: tiers && {
      units_per: tiers.unitsPer.toString(),
      period: tiers.period,
      tiers: tiers.tiers.map(({ id, code, name, units }) => ({ id, code, name, units: units.toString() })),
    },
  }
}

/** The same, open: the catalogue holds its offers compiled. */
export function openBookOf({ currency, directory, offers, tiers }: Catalogue): OpenBook {
  const { business } = directory
  return { business: business.id, businessZone: business.timeZone, currency, offers, tiers }
}
