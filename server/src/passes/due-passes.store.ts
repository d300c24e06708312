import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { idOf, type OrganisationId, type PassId } from '../kit/id.ts'

export interface DueTenant {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
}

/** `at` is the machine's time; each business is asked by its own. */
export async function tenantsWithDuePasses(
  db: Kysely<Tables>,
  at: Date,
  only: Tenant | undefined,
): Promise<readonly DueTenant[]> {
  const rows = await db
    .selectFrom('tenants as t')
    .select(['t.tenant', 't.business_id', 't.mode'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('passes as p')
          .select('p.id')
          .whereRef('p.tenant', '=', 't.tenant')
          .where('p.value', 'is not', null)
          .where('p.state', 'in', ['ACTIVE', 'INACTIVE'])
          .where('p.valid_to', '<=', sql<Date>`${at}::timestamptz + t.ahead`),
      ),
    )
    .$if(only !== undefined, (query) => query.where('t.tenant', '=', only ?? 0))
    .orderBy('t.tenant')
    .execute()
  return rows.map(({ tenant, business_id: business, mode }) => ({ tenant, business: idOf(business), mode }))
}

/** Passes with money that are over and not yet posted, the longest due first. */
export async function duePasses(
  db: Kysely<Tables>,
  { tenant, until, most }: { readonly tenant: Tenant; readonly until: Date; readonly most: number },
): Promise<readonly PassId[]> {
  const rows = await db
    .selectFrom('passes')
    .select('id')
    .where('tenant', '=', tenant)
    .where('value', 'is not', null)
    .where('state', 'in', ['ACTIVE', 'INACTIVE'])
    .where('valid_to', '<=', until)
    .orderBy('valid_to')
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => idOf<PassId>(id))
}
