import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { alreadyExists, notFound } from '../kit/error.ts'
import { newId, type OrderCatalogueId, type OrganisationId } from '../kit/id.ts'
import { readPositiveMinor } from '../kit/reading.ts'
import { type Creative, type creatives, readCreatives } from '../products/index.ts'
import { type Catalogue, type Catalogues, catalogueFor } from '../purchases/index.ts'
import type { CatalogueBody, CatalogueChange } from './catalogues.api.ts'
import { findCatalogue, isDeletedCatalogue, markCatalogueDeleted, saveCatalogue } from './catalogues.store.ts'
import { codeOfName, requireWholeBusiness } from './configuration.ts'
import { type OrderCatalogue, WEEKDAYS } from './order-catalogue.ts'
import { SUPPLY_METHODS, type SupplyMethod } from './supply-method.ts'

export async function createCatalogue(
  work: Work,
  body: CatalogueBody,
  catalogues: Catalogues,
): Promise<OrderCatalogue> {
  const fresh: OrderCatalogue = {
    id: newId<OrderCatalogueId>(),
    code: codeOfName(body.name),
    name: body.name,
    displayName: undefined,
    description: undefined,
    state: 'ACTIVE',
    supplyMethods: SUPPLY_METHODS,
    openings: [],
    organisations: [],
    minimum: undefined,
    creatives: [],
    createdAt: work.at,
    updatedAt: work.at,
  }
  return keep(work, changed(fresh, body, await catalogueFor(work, catalogues)))
}

/** What is left out stays; null clears. */
export async function updateCatalogue(
  work: Work,
  idOrCode: string,
  { change, catalogues }: { readonly change: CatalogueChange; readonly catalogues: Catalogues },
): Promise<OrderCatalogue> {
  const before = await findCatalogue(work, idOrCode, { lock: true })
  if (!before) throw notFound('order_catalogue', idOrCode)
  const after = changed(before, change, await catalogueFor(work, catalogues))
  return keep(work, { ...after, updatedAt: work.at })
}

async function keep(work: Work, catalogue: OrderCatalogue): Promise<OrderCatalogue> {
  requireWholeBusiness(work.actor, 'order_catalogue')
  const taken = await findCatalogue(work, catalogue.code)
  if (taken && taken.id !== catalogue.id) throw alreadyExists('code', catalogue.code)
  await saveCatalogue(work, catalogue)
  return catalogue
}

function changed(
  before: OrderCatalogue,
  change: CatalogueChange,
  { currency, directory }: Pick<Catalogue, 'currency' | 'directory'>,
): OrderCatalogue {
  const { supply_methods, time_availability, organisations, minimum_amount } = change
  return {
    ...before,
    code: change.code ?? before.code,
    name: change.name ?? before.name,
    displayName: or(change.display_name, before.displayName),
    description: or(change.description, before.description),
    state: change.state ?? before.state,
    supplyMethods: supply_methods ? readMethods(supply_methods) : before.supplyMethods,
    openings:
      time_availability?.map(({ day_of_week, start_time: from, end_time: to }) => ({
        day: WEEKDAYS.indexOf(day_of_week) + 1,
        from,
        to,
      })) ?? before.openings,
    organisations: organisations ? readOrganisations(organisations, directory) : before.organisations,
    minimum: or(readMinimum(minimum_amount, currency), before.minimum),
    creatives: changedCreatives(before.creatives, change.creatives),
  }
}

/** What was sent; null clears, and what was left out stays. */
export function or<Value>(sent: Value | null | undefined, before: Value | undefined): Value | undefined {
  return sent === undefined ? before : (sent ?? undefined)
}

export function changedCreatives(
  before: readonly Creative[],
  sent: z.output<typeof creatives> | null | undefined,
): readonly Creative[] {
  return sent === undefined ? before : readCreatives(sent ?? [])
}

function readMinimum(sent: string | null | undefined, currency: string): bigint | null | undefined {
  return typeof sent === 'string' ? readPositiveMinor('minimum_amount', sent, minorDigits(currency)) : sent
}

function readMethods(sent: readonly SupplyMethod[]): readonly SupplyMethod[] {
  return sent.length === 0 ? SUPPLY_METHODS : SUPPLY_METHODS.filter((method) => sent.includes(method))
}

function readOrganisations(
  names: readonly string[],
  { find }: Catalogue['directory'],
): readonly OrganisationId[] {
  const ids = names.map((name) => {
    const organisation = find(name)
    if (!organisation) throw notFound('organisation', name)
    return organisation.id
  })
  return [...new Set(ids)]
}

export async function deleteCatalogue(work: Work, idOrCode: string): Promise<{ readonly id: string }> {
  requireWholeBusiness(work.actor, 'order_catalogue')
  const catalogue = await findCatalogue(work, idOrCode, { lock: true })
  if (!catalogue) {
    if (await isDeletedCatalogue(work, idOrCode)) return { id: idOrCode }
    throw notFound('order_catalogue', idOrCode)
  }
  await markCatalogueDeleted(work, catalogue.id)
  return { id: catalogue.id }
}
