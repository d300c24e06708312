import { findContacts } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import {
  type Basket,
  type BasketPass,
  type CompiledOffer,
  counterBook,
  explainRefused,
  judgeOne,
  NO_TIERS,
  outdone,
  type RefusedOffer,
  type Shopper,
  type TierFacts,
} from '../engine/index.ts'
import { idOf, type OfferId } from '../kit/id.ts'
import { display, minorOfWire, money } from '../kit/money.ts'
import { tenderTypes } from '../kit/tender.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import { reasonInGreek } from '../offers/index.ts'
import { findPasses } from '../passes/index.ts'
import type { BasketLine } from '../products/index.ts'
import { readMemberships } from '../schemes/index.ts'
import { shopperOf } from './basket.ts'
import type { Catalogue } from './catalogue.ts'
import type { Explanation } from './explain.ts'
import { basketPass } from './pass-on-purchase.ts'
import type { Purchase } from './purchase.ts'
import { explanationIn, type ToldExplanation, tellExplanation, withName } from './tell-explanation.ts'

/** What was stored with the purchase, and the live offers that it did not concern, each with its reason. */
export interface FullExplanation extends ToldExplanation {
  readonly purchase: string
  readonly others: readonly (RefusedOffer & { readonly code: string; readonly name: string })[]
}

const MOST_OTHERS = 100

/**
 * Reads the stored explanation. Offers that the index passed by when the purchase was judged (not their place or product, or
 * less than another gave) are judged here, as they stand now, only to say why they gave nothing.
 */
export async function explainPurchase(
  work: Work,
  catalogue: Catalogue,
  purchase: Purchase,
): Promise<FullExplanation> {
  const row = await work.db
    .selectFrom('purchases')
    .select('explain')
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', purchase.id)
    .executeTakeFirstOrThrow()
  const stored = row.explain as Explanation
  const told = new Set([...stored.awards, ...stored.refused].map(({ offer }) => offer))
  const basket = basketOfStored(purchase, catalogue, {
    shopper: await shopperNamed(work, catalogue, purchase),
    pass: await passNamed(work, catalogue, purchase),
    explained: stored,
  })
  const others = basket ? catalogue.offers.of('PURCHASE').filter(({ offer }) => !told.has(offer.id)) : []
  return {
    ...explanationIn(work.language, tellExplanation(stored, catalogue), catalogue),
    purchase: purchase.id,
    others: others
      .slice(0, MOST_OTHERS)
      .flatMap((offer) => (basket ? [passedBy(offer, basket, { stored, catalogue })] : []))
      .map((row) => withName(row, catalogue.compiled))
      .map((row) => (work.language === 'el' ? reasonInGreek(row) : row)),
  }
}

interface Awarded {
  readonly stored: Explanation
  readonly catalogue: Catalogue
}

/** Why the index passed it by: a condition, or a better one of its group. */
function passedBy(offer: CompiledOffer, basket: Basket, awarded: Awarded): RefusedOffer {
  const outcome = judgeOne(offer, { tenant: 0, basket, paid: [], counters: counterBook() })
  if ('because' in outcome) return explainRefused(outcome, basket)
  const own = { priority: offer.priority, amount: `at most ${shown(outcome.amount, basket)}` }
  const by = rivalOf(offer, awarded)
  return {
    offer: offer.offer.id,
    version: offer.offer.version,
    condition: 'BETTER_OFFER',
    ...(by ? outdone(own, by) : { seen: own.amount, needed: 'more than the offer that was awarded' }),
  }
}

/** The offer of its group that was awarded; undefined where the offer is of another one by now. */
function rivalOf({ group, redeem }: CompiledOffer, { stored, catalogue }: Awarded) {
  for (const { offer, amount } of stored.awards) {
    const by = catalogue.compiled.get(idOf<OfferId>(offer))
    if (by && by.group === group && by.redeem === redeem) {
      const { name } = by.offer.terms
      const { currency } = stored
      return { name, priority: by.priority, amount: display(money(minorOfWire(amount, currency), currency)) }
    }
  }
  return undefined
}

function shown(minor: bigint, { currency }: Basket): string {
  return display(money(minor, currency))
}

interface Known {
  readonly shopper: Shopper
  readonly pass: BasketPass | undefined
  readonly explained: Pick<Explanation, 'luck' | 'tier'>
}

/** What of a stored purchase offers look at. */
export interface BoughtBefore
  extends Pick<
    Purchase,
    | 'contact'
    | 'merchant'
    | 'venue'
    | 'date'
    | 'currency'
    | 'total'
    | 'discount'
    | 'classification'
    | 'claimedAt'
  > {
  readonly lines: readonly BasketLine[]
  readonly channel: string | undefined
  readonly paymentMedium: string | undefined
  readonly tenders: readonly string[]
  readonly bill: Basket['bill']
}

type StoredPurchase = Omit<BoughtBefore, 'channel' | 'paymentMedium' | 'tenders' | 'bill'> &
  Pick<Purchase, 'details'>

/** The purchase as offers saw it, from its row; of the contact what is known now. */
export function basketOfStored(
  { details, ...purchase }: StoredPurchase,
  catalogue: Catalogue,
  known: Known,
): Basket | undefined {
  const bought: BoughtBefore = {
    ...purchase,
    channel: details?.channel,
    paymentMedium: details?.payment_medium_identifier,
    tenders: tenderTypes(details?.tender),
    bill: details?.bill && { reference: details.bill.reference, total: BigInt(details.bill.total) },
  }
  return basketBefore(bought, catalogue, known)
}

/** The same from what was read apart. */
export function basketBefore(
  purchase: BoughtBefore,
  { directory, tiers, classifications }: Catalogue,
  { shopper, pass, explained }: Known,
): Basket | undefined {
  if (purchase.contact === undefined) return undefined
  const place = directory.formerPlace(purchase.venue ?? purchase.merchant)
  return {
    occasion: 'PURCHASE',
    business: directory.business.id,
    merchant: purchase.merchant,
    venue: purchase.venue,
    placeName: (place.venue ?? place.merchant).name,
    contact: purchase.contact,
    shopper,
    tiers: explained.tier === undefined ? NO_TIERS : heldUpTo(explained.tier, tiers),
    at: purchase.date,
    local: localMoment(purchase.date, place.timeZone),
    businessDay: localDay(purchase.date, directory.business.timeZone),
    currency: purchase.currency,
    total: purchase.total,
    discount: purchase.discount ?? 0n,
    lines: purchase.lines,
    classification: codeOfClassification(classifications, purchase.classification),
    channel: purchase.channel,
    paymentMedium: purchase.paymentMedium,
    tenders: purchase.tenders,
    bill: purchase.bill,
    pass,
    isPaid: purchase.claimedAt !== undefined,
    luck: explained.luck,
  }
}

function heldUpTo(current: string, tiers: Catalogue['tiers']): TierFacts {
  const all = tiers?.tiers ?? []
  const held = all.findIndex(({ id }) => id === current)
  return { ...NO_TIERS, held: all.slice(0, held + 1).map(({ id }) => id), current }
}

function codeOfClassification(
  classifications: Catalogue['classifications'],
  id: string | undefined,
): string | undefined {
  if (id === undefined) return undefined
  for (const each of classifications.values()) if (each.id === id) return each.code
  return undefined
}

async function shopperNamed(work: Work, catalogue: Catalogue, { contact }: Purchase): Promise<Shopper> {
  const key = { by: 'ID' as const, id: contact ?? '' }
  const [found] =
    contact === undefined
      ? []
      : ((await findContacts(work.sql, [{ tenant: work.actor.tenant, key }]))[0] ?? [])
  if (!found)
    return {
      segments: new Set(),
      schemes: new Set(),
      birthday: undefined,
      nameDay: undefined,
      since: work.at,
    }
  const memberships = await readMemberships(work.sql, [{ tenant: work.actor.tenant, contact: found.id }])
  return shopperOf(found, memberships, catalogue)
}

async function passNamed(
  { sql, actor }: Work,
  catalogue: Catalogue,
  { details }: Purchase,
): Promise<BasketPass | undefined> {
  if (details?.pass === undefined) return undefined
  const [found] = await findPasses(sql, [{ tenant: actor.tenant, code: details.pass, position: 0 }])
  return basketPass(found, catalogue)
}
