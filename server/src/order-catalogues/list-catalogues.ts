import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { wireNumber } from '../kit/money.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Directory, Organisation } from '../organisations/index.ts'
import { showCreatives } from '../products/index.ts'
import { type Catalogue, type Catalogues, catalogueFor } from '../purchases/index.ts'
import type { CatalogueQuery, CatalogueReply } from './catalogues.api.ts'
import { findCatalogue, readCatalogues } from './catalogues.store.ts'
import { isFor, isOpen, type OrderCatalogue, WEEKDAYS } from './order-catalogue.ts'

/** What a list is asked for; how it is paged comes with it. */
export type CataloguesWanted = CatalogueQuery

export async function listCatalogues(
  work: Work,
  query: CataloguesWanted,
  catalogues: Catalogues,
): Promise<Page<CatalogueReply>> {
  const known = await catalogueFor(work, catalogues)
  const { directory } = known
  const { fulfilled_by, ordering_time: at, supply_method, state, search_value } = query
  const place = fulfilled_by === undefined ? undefined : organisationNamed(fulfilled_by, directory)
  const names = query.order_catalog_ids?.split(',').map((each) => each.trim())
  const found = (await readCatalogues(work))
    .filter((each) => each.state === state && isSeen(work, each, directory))
    .filter((each) => !place || isFor(each, directory.lineOf(place)))
    .filter((each) => !at || isOpen(each, at, (place ?? directory.business).timeZone))
    .filter(({ supplyMethods }) => !supply_method || supplyMethods.includes(supply_method))
    .filter(({ id, code }) => !names || names.includes(id) || names.includes(code))
    .filter(({ name, code, displayName }) => isLike([name, code, displayName], search_value))
  const sorted = inOrder(found, query, { NAME: byName, CREATED_DATE: byCreation })
  return pageOfAll(query, sorted, (each) => showCatalogue(each, known))
}

function organisationNamed(name: string, { find }: Directory): Organisation {
  const organisation = find(name)
  if (!organisation) throw notFound('organisation', name)
  return organisation
}

/** A key of one merchant or venue sees what is for it, or for a venue of it. */
function isSeen({ actor }: Work, catalogue: OrderCatalogue, directory: Directory): boolean {
  const within = actor.within && directory.organisations.get(actor.within)
  if (!within) return true
  const isBelow = catalogue.organisations.some((id) => {
    const named = directory.organisations.get(id)
    return named !== undefined && directory.lineOf(named).includes(within)
  })
  return isBelow || isFor(catalogue, directory.lineOf(within))
}

/** Whether one of some texts has a part of it in any case. */
export function isLike(texts: readonly (string | undefined)[], part: string | undefined): boolean {
  if (part === undefined) return true
  const wanted = part.toLowerCase()
  return texts.some((text) => text?.toLowerCase().includes(wanted))
}

interface Asked<Sort extends string> {
  readonly sort: Sort
  readonly order: 'ASC' | 'DESC'
}

type Order<Row> = (a: Row, b: Row) => number

export const byName: Order<{ readonly name: string }> = (a, b) =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0
/** Rows are read in the order in which they were made, and sorting keeps it. */
export const byCreation: Order<unknown> = () => 0

/** Rows that come in the order in which they were made. */
export function inOrder<Row, Sort extends string>(
  rows: readonly Row[],
  { sort, order }: Asked<Sort>,
  orders: Readonly<Record<Sort, Order<Row>>>,
): readonly Row[] {
  const sorted = rows.toSorted(orders[sort])
  return order === 'ASC' ? sorted : sorted.reverse()
}

interface Paging {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
}

/** A page of rows that were all read. */
export function pageOfAll<Row, Item>(
  { page, size, include_total: includeTotal }: Paging,
  rows: readonly Row[],
  show: (row: Row) => Item,
): Page<Item> {
  const from = (page - 1) * size
  const total = includeTotal ? rows.length : null
  return pageOf({ page, size, includeTotal }, rows.slice(from, from + size + 1), show, total)
}

/** By id or code, if the caller may see it. */
export async function getCatalogue(
  work: Work,
  idOrCode: string,
  catalogues: Catalogues,
): Promise<OrderCatalogue> {
  const catalogue = await findCatalogue(work, idOrCode)
  const { directory } = await catalogueFor(work, catalogues)
  if (!catalogue || !isSeen(work, catalogue, directory)) throw notFound('order_catalogue', idOrCode)
  return catalogue
}

export function showCatalogue(
  catalogue: OrderCatalogue,
  { currency, directory }: Pick<Catalogue, 'currency' | 'directory'>,
): CatalogueReply {
  const { id, code, name, displayName, description, state, minimum } = catalogue
  return {
    id,
    code,
    name,
    display_name: displayName ?? name,
    description: description ?? null,
    state,
    supply_methods: [...catalogue.supplyMethods],
    time_availability: catalogue.openings.map(({ day, from, to }) => ({
      day_of_week: WEEKDAYS[day - 1] ?? 'SUNDAY',
      start_time: from ?? null,
      end_time: to ?? null,
    })),
    organisations: catalogue.organisations.map((organisation) => ({
      id: organisation,
      name: directory.organisations.get(organisation)?.name ?? '',
    })),
    minimum_amount: minimum === undefined ? null : wireNumber(minimum, currency),
    creatives: showCreatives(catalogue.creatives),
    is_pricing_table: false,
    created_on: epochSeconds(catalogue.createdAt),
    updated_on: epochSeconds(catalogue.updatedAt),
  }
}
