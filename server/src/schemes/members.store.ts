import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type ContactId, idOf, type SchemeId } from '../kit/id.ts'
import type { Membership } from './scheme.ts'

const READ = statement(
  'scheme_members_read',
  `select m.tenant, m.contact_id as contact, m.scheme_id as scheme, m.state
     from unnest($1::int[], $2::uuid[]) as k(tenant, contact_id)
     join scheme_members m on m.tenant = k.tenant and m.contact_id = k.contact_id`,
)

/** What many contacts have signed up to and out of, in one statement. */
export async function readMemberships(
  sql: Runner,
  keys: readonly { readonly tenant: Tenant; readonly contact: ContactId }[],
): Promise<Membership[]> {
  if (keys.length === 0) return []
  const columns = columnsOf(
    keys,
    ({ tenant }) => tenant,
    ({ contact }) => contact,
  )
  return sql.run<Membership>(READ, columns)
}

/** What a contact did last about a scheme, and when. */
export interface LastAction {
  readonly state: 'IN' | 'OUT'
  readonly since: Date
}

export async function actionsOf(
  { db, actor }: Work,
  contact: ContactId,
): Promise<ReadonlyMap<SchemeId, LastAction>> {
  const rows = await db
    .selectFrom('scheme_members')
    .select(['scheme_id', 'state', 'since'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .execute()
  return new Map(rows.map(({ scheme_id, ...action }) => [idOf<SchemeId>(scheme_id), action]))
}

export async function saveAction(
  { db, actor }: Work,
  { contact, scheme }: { readonly contact: ContactId; readonly scheme: SchemeId },
  action: LastAction,
): Promise<void> {
  await db
    .insertInto('scheme_members')
    .values({ tenant: actor.tenant, contact_id: contact, scheme_id: scheme, ...action })
    .onConflict((there) => there.columns(['tenant', 'contact_id', 'scheme_id']).doUpdateSet(action))
    .execute()
}

/** Whether anybody has signed up; who takes part without doing so does not count. */
export async function hasMembers({ db, actor }: Work, scheme: SchemeId): Promise<boolean> {
  const member = await db
    .selectFrom('scheme_members')
    .select('contact_id')
    .where('tenant', '=', actor.tenant)
    .where('scheme_id', '=', scheme)
    .where('state', '=', 'IN')
    .limit(1)
    .executeTakeFirst()
  return member !== undefined
}
