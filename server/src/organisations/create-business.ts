import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import { runnerOfTransaction } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { newId, type OrganisationId } from '../kit/id.ts'
import { insertOrganisation } from './organisations.store.ts'

export interface NewBusiness {
  readonly id?: OrganisationId
  readonly name: string
  readonly code: string
  readonly currency: string
  readonly timeZone: string
  readonly mode: Mode
}

/**
 * Opens a business in one mode: its tenant, its node of the tree, its revisions. Answers work on behalf of the business, within
 * the same transaction, with every scope.
 */
export async function createBusiness(db: Work['db'], wanted: NewBusiness, at: Date): Promise<Work> {
  const business = wanted.id ?? newId<OrganisationId>()
  const tenant = await nextTenant(db)
  await db
    .insertInto('tenants')
    .values({ tenant, business_id: business, mode: wanted.mode, currency: wanted.currency, created_at: at })
    .execute()
  await db.insertInto('revisions').values({ tenant, configuration: 1n, products: 1n }).execute()
  const work: Work = {
    actor: {
      tenant,
      business,
      mode: wanted.mode,
      by: { kind: 'nobody' },
      scopes: new Set(['*']),
      within: undefined,
    },
    at,
    db,
    sql: runnerOfTransaction(db),
  }
  await insertOrganisation(work, {
    id: business,
    type: 'BUSINESS',
    parent: undefined,
    code: wanted.code,
    name: wanted.name,
    timeZone: wanted.timeZone,
    state: 'ACTIVE',
    settings: {},
  })
  return work
}

/** Tenants are few and made rarely; two made at once meet at the primary key and the second is tried again. */
async function nextTenant(db: Kysely<Tables>): Promise<Tenant> {
  const { last } = await db
    .selectFrom('tenants')
    .select(({ fn }) => fn.max('tenant').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0) + 1
}
