import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { settingsOnTheWire } from './organisation-settings.ts'
import type { OrganisationReply } from './organisations.api.ts'
import {
  countOrganisations,
  findOrganisation,
  type ListedOrganisation,
  type OrganisationFilter,
  pageOfOrganisations,
} from './organisations.store.ts'

export interface OrganisationQuery extends Omit<OrganisationFilter, 'search'> {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly search_value?: string | undefined
}

export async function listOrganisations(
  work: Work,
  query: OrganisationQuery,
): Promise<Page<OrganisationReply>> {
  const filter: OrganisationFilter = { ...query, search: query.search_value }
  const request = { ...query, includeTotal: query.include_total }
  const rows = await pageOfOrganisations(work, filter, request)
  const total = query.include_total ? await countOrganisations(work, filter) : null
  return pageOf(request, rows, showOrganisation, total)
}

/** By id or code. To a key of one merchant, what is outside of it does not exist. */
export async function getOrganisation(work: Work, idOrCode: string): Promise<ListedOrganisation> {
  const organisation = await findOrganisation(work, idOrCode)
  if (!organisation) throw notFound('organisation', idOrCode)
  return organisation
}

export function showOrganisation(organisation: ListedOrganisation): OrganisationReply {
  const { id, type, code, name, state, timeZone, parent, parentName, taps, currency } = organisation
  return {
    id,
    type,
    code,
    name,
    state,
    time_zone: timeZone,
    parent: parent && parentName !== undefined ? { id: parent, name: parentName } : null,
    taps: taps.map((tap) => ({ id: tap.id, code: tap.code, name: tap.name })),
    settings: settingsOnTheWire(organisation.settings, currency),
    currency_code: currency,
    created_on: epochSeconds(organisation.createdAt),
  }
}
