import type { Work } from '../db/index.ts'
import { type OpenBook, type RuleBook, readRuleBook } from '../engine/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import { changedOffer, findOffer, type OfferChange, openTranslation, sayOffer } from '../offers/index.ts'
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

interface Previewed {
  readonly idOrCode: string
  readonly change: OfferChange | undefined
  readonly isSaid: boolean
}

/** The same with one offer as it would be if it ran, changed or not: for trying it before it does. */
export async function previewedBook(
  work: Work,
  catalogue: Catalogue,
  { idOrCode, change, isSaid }: Previewed,
): Promise<RuleBook & { sentence?: string }> {
  const offer = await findOffer(work, idOrCode)
  if (!offer) throw notFound('reward_offer', idOrCode)
  const { id, code, version } = offer
  const terms = change
    ? await changedOffer(work, offer.terms, change, await openTranslation(work))
    : offer.terms
  const { revision: _, offers, ...book } = ruleBookOf(catalogue)
  return {
    ...book,
    offers: [...offers.filter((each) => each.id !== id), { id, code, version, terms }],
    ...(isSaid && { sentence: await sayOffer(work, terms) }),
  }
}

/** The same, open: the catalogue holds its offers compiled. */
export function openBookOf({ currency, directory, offers, tiers }: Catalogue): OpenBook {
  const { business } = directory
  return { business: business.id, businessZone: business.timeZone, currency, offers, tiers }
}

/** The rule book that was sent, open. */
export function bookOfText(text: string): OpenBook {
  return readRuleBook(jsonOf(text), 'book')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalidField('book', `${text.length} characters that are no JSON`, 'send the text of a rule book')
  }
}
