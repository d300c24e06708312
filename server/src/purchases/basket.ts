import type { FoundContact } from '../contacts/index.ts'
import { type Basket, NO_TIERS, type Shopper } from '../engine/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { newId, type ProductGroupId, type ProductId } from '../kit/id.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import type { FoundPass } from '../passes/index.ts'
import type { GroupKind, KnownProduct, LearntGroup } from '../products/index.ts'
import { isMember, type Membership } from '../schemes/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type Learnt, nameKey } from './facts.ts'
import { basketPass } from './pass-on-purchase.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import type { PurchaseLine } from './purchase.ts'
import type { NamedGroup, SubmittedLine } from './submission.ts'

interface Bought {
  readonly contact: FoundContact
  readonly memberships: readonly Membership[]
  readonly pass: FoundPass | undefined
  readonly lines: readonly PurchaseLine[]
}

/** What offers may look at, for one purchase of one contact; its tier is known only once the wallet is locked. */
export function basketOf(prepared: PreparedPurchase, bought: Bought, catalogue: Catalogue): Basket {
  const { place, date, currency, amounts, body, classification } = prepared
  const { contact, lines } = bought
  return {
    occasion: 'PURCHASE',
    business: catalogue.directory.business.id,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    placeName: (place.venue ?? place.merchant).name,
    contact: contact.id,
    shopper: shopperOf(contact, bought.memberships, catalogue),
    tiers: NO_TIERS,
    at: date,
    local: localMoment(date, place.timeZone),
    businessDay: localDay(date, catalogue.directory.business.timeZone),
    currency,
    total: amounts.total,
    discount: amounts.discount ?? 0n,
    lines,
    classification:
      classification && ('known' in classification ? classification.known.code : classification.unknown.code),
    channel: body.channel,
    paymentMedium: body.payment_medium_identifier,
    tenders: body.tender?.map(({ type }) => type.toUpperCase()) ?? [],
    bill: body.bill && { reference: body.bill.reference, total: amounts.billTotal ?? amounts.total },
    pass: basketPass(bought.pass, catalogue),
    luck: prepared.simulate ? undefined : prepared.luck,
  }
}

/** A contact as offers see one: with the schemes in which it takes part. */
export function shopperOf(
  {
    segments,
    birthday,
    nameDay,
    createdAt,
  }: Pick<FoundContact, 'segments' | 'birthday' | 'nameDay' | 'createdAt'>,
  memberships: readonly Membership[],
  { schemes }: Catalogue,
): Shopper {
  return {
    segments: new Set(segments),
    schemes: new Set(
      [...schemes.values()]
        .filter((scheme) =>
          isMember(
            scheme,
            memberships.find((each) => each.scheme === scheme.id),
          ),
        )
        .map(({ id }) => id),
    ),
    birthday: birthday ?? undefined,
    nameDay: nameDay ?? undefined,
    since: createdAt,
  }
}

/** The lines with what is known of their products; products, families and brands that nobody has entered are learnt. */
export function linesOf(prepared: PreparedPurchase, { products }: Catalogue, learnt: Learnt): PurchaseLine[] {
  const { tenant } = prepared.command.actor
  return prepared.amounts.lines.map((line) => {
    const product =
      line.sku === '' ? NO_PRODUCT : (products.bySku.get(line.sku) ?? learn(tenant, line, learnt))
    const { quantity, gross, net, tax } = line
    const { sku, leadsTo, family, brand, type } = product
    return {
      sku,
      ...(leadsTo === null ? {} : { leadsTo }),
      family,
      brand,
      type,
      quantity,
      gross,
      net,
      tax,
      name: line.name ?? (product.name || undefined),
      ...(product.earns ? {} : { earns: false }),
    }
  })
}

const NO_PRODUCT: Omit<KnownProduct, 'id'> = {
  sku: '',
  leadsTo: null,
  name: '',
  family: null,
  brand: null,
  type: null,
  earns: true,
}

function learn(tenant: Tenant, line: SubmittedLine, learnt: Learnt): KnownProduct {
  const key = nameKey(tenant, line.sku)
  const there = learnt.products.get(key)
  const family = line.family && group(tenant, 'FAMILY', line.family, learnt)
  const brand = line.brand && group(tenant, 'BRAND', line.brand, learnt)
  const type = line.type && group(tenant, 'TYPE', line.type, learnt)
  const codes = { family: family?.code ?? null, brand: brand?.code ?? null, type: type?.code ?? null }
  const product = there ?? {
    tenant,
    id: newId<ProductId>(),
    sku: line.sku,
    name: line.name ?? line.sku,
    ...codes,
    earns: [family, brand, type].every((each) => each?.earns ?? true),
  }
  learnt.products.set(key, product)
  const { id, sku, name, earns } = product
  return { id, sku, leadsTo: null, name, ...codes, earns }
}

function group(tenant: Tenant, kind: GroupKind, { code, name }: NamedGroup, learnt: Learnt) {
  const key = nameKey(tenant, `${kind}|${code}`)
  const known = learnt.groups.get(key)
  if (known) return known
  const made: LearntGroup & { readonly isNew: boolean } = {
    tenant,
    id: newId<ProductGroupId>(),
    kind,
    code,
    name,
    earns: true,
    isNew: true,
  }
  learnt.groups.set(key, made)
  return made
}
