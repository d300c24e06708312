import type { FoundContact } from '../contacts/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { newId, type ProductGroupId, type ProductId } from '../kit/id.ts'
import { localDay, localMoment } from '../kit/zone.ts'
import type { Basket } from '../offers/index.ts'
import type { KnownProduct, LearntGroup } from '../products/index.ts'
import type { Catalogue } from './catalogue.ts'
import { type Learnt, nameKey } from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import type { PurchaseLine } from './purchase.ts'
import type { NamedGroup, SubmittedLine } from './submission.ts'

/** What offers may look at, for one purchase of one contact. */
export function basketOf(
  prepared: PreparedPurchase,
  contact: FoundContact,
  lines: readonly PurchaseLine[],
  catalogue: Catalogue,
): Basket {
  const { place, date, currency, amounts } = prepared
  return {
    business: catalogue.directory.business.id,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    placeName: (place.venue ?? place.merchant).name,
    contact: contact.id,
    at: date,
    local: localMoment(date, place.timeZone),
    businessDay: localDay(date, catalogue.directory.business.timeZone),
    currency,
    total: amounts.total,
    lines,
  }
}

/** The lines with what is known of their products; products, families and brands that nobody has entered are learnt. */
export function linesOf(prepared: PreparedPurchase, { products }: Catalogue, learnt: Learnt): PurchaseLine[] {
  const { tenant } = prepared.command.actor
  return prepared.amounts.lines.map((line) => {
    const product =
      line.sku === '' ? NO_PRODUCT : (products.bySku.get(line.sku) ?? learn(tenant, line, learnt))
    const { quantity, gross, net, tax } = line
    const { sku, family, brand, type } = product
    return {
      sku,
      family,
      brand,
      type,
      quantity,
      gross,
      net,
      tax,
      name: line.name ?? (product.name || undefined),
    }
  })
}

const NO_PRODUCT: Omit<KnownProduct, 'id'> = { sku: '', name: '', family: null, brand: null, type: null }

function learn(tenant: Tenant, line: SubmittedLine, learnt: Learnt): KnownProduct {
  const key = nameKey(tenant, line.sku)
  const there = learnt.products.get(key)
  const family = line.family && group(tenant, 'FAMILY', line.family, learnt)
  const brand = line.brand && group(tenant, 'BRAND', line.brand, learnt)
  const product = there ?? {
    tenant,
    id: newId<ProductId>(),
    sku: line.sku,
    name: line.name ?? line.sku,
    family: family?.id ?? null,
    brand: brand?.id ?? null,
  }
  learnt.products.set(key, product)
  const { id, sku, name } = product
  return { id, sku, name, family: line.family?.code ?? null, brand: line.brand?.code ?? null, type: null }
}

function group(tenant: Tenant, kind: 'FAMILY' | 'BRAND', { code, name }: NamedGroup, learnt: Learnt) {
  const key = nameKey(tenant, `${kind}|${code}`)
  const known = learnt.groups.get(key)
  if (known) return known
  const made: LearntGroup & { readonly isNew: boolean } = {
    tenant,
    id: newId<ProductGroupId>(),
    kind,
    code,
    name,
    isNew: true,
  }
  learnt.groups.set(key, made)
  return made
}
