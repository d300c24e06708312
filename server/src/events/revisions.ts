import { arrayOf, type Runner, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'

/** How often the configuration and the products of a tenant have changed; what is held in memory carries the count it is of. */
export interface Revision {
  readonly tenant: Tenant
  readonly configuration: bigint
  readonly products: bigint
}

const READ = statement(
  'revisions_read',
  'select tenant, configuration, products from revisions where tenant = any ($1::int[])',
)

export function readRevisions(sql: Runner, tenants: readonly Tenant[]): Promise<Revision[]> {
  return sql.run<Revision>(READ, [arrayOf(tenants)])
}

// Of works that are open, by their transactions.
const changing = new WeakMap<Work['db'], Set<Tenant>>()

/** Whether the work has changed the configuration itself, which nobody else sees before it ends. */
export function changesConfiguration({ db, actor }: Work): boolean {
  return changing.get(db)?.has(actor.tenant) ?? false
}

/** Says, in the same transaction, that offers, pools or organisations change. Answers the new revision. */
export async function configurationChanged(work: Work): Promise<bigint> {
  const row = await work.db
    .updateTable('revisions')
    .set(({ eb }) => ({ configuration: eb('configuration', '+', 1n) }))
    .where('tenant', '=', work.actor.tenant)
    .returning('configuration')
    .executeTakeFirstOrThrow()
  changing.set(work.db, (changing.get(work.db) ?? new Set()).add(work.actor.tenant))
  return row.configuration
}

export async function productsChanged(work: Work): Promise<void> {
  await work.db
    .updateTable('revisions')
    .set(({ eb }) => ({ products: eb('products', '+', 1n) }))
    .where('tenant', '=', work.actor.tenant)
    .execute()
}

/** Says that nothing is left of what was before: what processes hold of an earlier revision is forgotten, not brought up to date. */
export async function everythingIsGone(work: Work): Promise<void> {
  await configurationChanged(work)
  await work.db
    .updateTable('revisions')
    .set(({ ref }) => ({ emptied: ref('configuration') }))
    .where('tenant', '=', work.actor.tenant)
    .execute()
}
