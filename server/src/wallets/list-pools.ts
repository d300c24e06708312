import type { Work } from '../db/index.ts'
import { notFound } from '../kit/error.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { type Directory, directoryOf, readOrganisations } from '../organisations/index.ts'
import type { PoolTerms } from './pool.ts'
import type { PoolReply } from './pools.api.ts'
import { countPools, findPool, type PoolFilter, pageOfPools, type StoredPool } from './pools.store.ts'

export interface PoolQuery {
  readonly page: number
  readonly size: number
  readonly include_total: boolean
  readonly order: 'ASC' | 'DESC'
  readonly code?: string | undefined
  readonly search_value?: string | undefined
}

export async function listPools(work: Work, query: PoolQuery): Promise<Page<PoolReply>> {
  const filter: PoolFilter = { code: query.code, search: query.search_value }
  const rows = await pageOfPools(work, filter, query)
  const total = query.include_total ? await countPools(work, filter) : null
  const directory = await directoryFor(work)
  const request = { page: query.page, size: query.size, includeTotal: query.include_total }
  return pageOf(request, rows, (pool) => showPool(pool, directory), total)
}

/** By id or code, as answers show it. */
export async function getPool(work: Work, idOrCode: string): Promise<PoolReply> {
  const pool = await findPool(work, idOrCode)
  if (!pool) throw notFound('commerce_pool', idOrCode)
  return showPool(pool, await directoryFor(work))
}

async function directoryFor({ db, actor }: Work): Promise<Directory> {
  return directoryOf(await readOrganisations(db, actor.tenant), [])
}

function showPool({ id, code, name, terms, createdAt }: StoredPool, directory: Directory): PoolReply {
  return {
    id,
    code,
    name,
    description: terms.description ?? null,
    organisations: showOrganisations(terms, directory),
    products: terms.products ?? [],
    timings: terms.timings ?? [],
    validity: terms.validity ?? null,
    needs_activation: terms.needs_activation ?? false,
    created_on: epochSeconds(createdAt),
  }
}

export function showOrganisations({ organisations = [] }: PoolTerms, directory: Directory) {
  return organisations.flatMap(({ id }) => {
    const found = directory.organisations.get(idOf<OrganisationId>(id))
    return found ? [{ id: found.id, code: found.code, name: found.name, type: found.type }] : []
  })
}
