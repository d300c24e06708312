import { hasCome, ofOnly, type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { newId, type OrganisationId, type ProvisioningId, parseGuid } from '../kit/id.ts'
import type { AdaptorKind } from './adaptor.ts'
import type { DueProvisioning, ProvisioningState, Tried } from './provisioning.ts'

const WAITING = statement(
  'provisioning_waiting',
  `select f.tenant, t.business_id as business, t.mode
     from event_feeds f
     join tenants t on t.tenant = f.tenant
     left join provisioning_feeds p on p.tenant = f.tenant
    where f.last > coalesce(p.seq, 0) and exists (select from order_adaptors a where a.tenant = f.tenant)
    order by f.tenant`,
)

/** Businesses with adaptors in which something was numbered since. */
export function tenantsToProvision(
  sql: Runner,
): Promise<readonly { readonly tenant: Tenant; readonly business: OrganisationId; readonly mode: Mode }[]> {
  return sql.run(WAITING, [])
}

const OPEN = statement(
  'provisioning_open_feed',
  'insert into provisioning_feeds (tenant, seq) values ($1::int, 0) on conflict do nothing',
)

const HOLD = statement(
  'provisioning_hold_feed',
  'select seq from provisioning_feeds where tenant = $1::int for no key update',
)

/** The last event that orders were provisioned for; held until the end of the work, so that nobody makes the next ones twice. */
export async function holdFeed({ sql, actor }: Work): Promise<bigint> {
  await sql.run(OPEN, [actor.tenant])
  const [feed] = await sql.run<{ seq: bigint }>(HOLD, [actor.tenant])
  return feed?.seq ?? 0n
}

const LAST = statement(
  'provisioning_last_event',
  `select max(seq) as last from (
     select seq from events where tenant = $1::int and seq > $2::bigint order by seq limit $3::int) as next`,
)

const SAVE_FEED = statement(
  'provisioning_save_feed',
  'update provisioning_feeds set seq = $2::bigint where tenant = $1::int',
)

// An adaptor hears of what happened since it was there, of the organisation that it is for, in the types that it wants.
const MAKE = statement(
  'provisioning_make',
  `insert into order_provisionings (tenant, id, adaptor_id, order_id, cause_id, event_type, state, next_at, created_at)
   select e.tenant, gen_random_uuid(), a.id, o.id, e.id, e.type, 'PENDING', $4::timestamptz, $4::timestamptz
     from events e
     join orders o on o.tenant = e.tenant and o.id = e.entity_id
     join order_adaptors a on a.tenant = e.tenant and a.state = 'ENABLED' and e.type = any(a.event_types)
      and a.created_at <= e.at
      and (a.organisation_id is null or a.organisation_id in (o.merchant_id, o.venue_id))
    where e.tenant = $1::int and e.seq > $2::bigint and e.seq <= $3::bigint
       on conflict do nothing
   returning id`,
)

/** Puts what orders went through on its way to adaptors; answers how many events were looked at, and what was made. */
export async function provisionNext(
  { sql, actor, at }: Work,
  after: bigint,
  most: number,
): Promise<{ readonly isAll: boolean; readonly made: number }> {
  const [next] = await sql.run<{ last: bigint | null }>(LAST, [actor.tenant, after, most])
  const last = next?.last ?? null
  if (last === null) return { isAll: true, made: 0 }
  const made = await sql.run(MAKE, [actor.tenant, after, last, at])
  await sql.run(SAVE_FEED, [actor.tenant, last])
  return { isAll: last - after < most, made: made.length }
}

const AGAIN = statement(
  'provisioning_again',
  `insert into order_provisionings (tenant, id, adaptor_id, order_id, cause_id, event_type, state, next_at, created_at)
   select a.tenant, gen_random_uuid(), a.id, o.id, $4::uuid, 'order.created', 'PENDING', $5::timestamptz, $5::timestamptz
     from orders o
     join order_adaptors a on a.tenant = o.tenant and a.state = 'ENABLED' and a.kind = $3::text
      and (a.organisation_id is null or a.organisation_id in (o.merchant_id, o.venue_id))
      and ($6::text is null or a.id::text = lower($6) or lower(a.name) = lower($6))
    where o.tenant = $1::int and o.id = $2::uuid
   returning id`,
)

export interface Again {
  readonly order: string
  readonly kind: AdaptorKind
  /** Only to the adaptor of this id or name. */
  readonly named?: string | undefined
}

/** To all adaptors of that kind, as if the order had just been placed; answers to how many. */
export async function provisionAgain(
  { sql, actor, at }: Work,
  { order, kind, named }: Again,
): Promise<number> {
  const made = await sql.run(AGAIN, [actor.tenant, order, kind, newId(), at, named ?? null])
  return made.length
}

const CLAIM = statement(
  'provisioning_claim',
  `with next as (
     select p.tenant, p.id from order_provisionings p join tenants t on t.tenant = p.tenant
      where p.state = 'PENDING' and ${hasCome('p.next_at', '$1')} and (p.lease_until is null or p.lease_until <= $1)
        and ${ofOnly('$4')}
      order by p.next_at limit $3::int
        for no key update of p skip locked)
   update order_provisionings p set lease_until = $2::timestamptz
     from next n
     join tenants t on t.tenant = n.tenant
    where p.tenant = n.tenant and p.id = n.id
   returning p.tenant, t.business_id as business, t.mode, p.id, p.adaptor_id as adaptor, p.order_id as order,
             p.event_type as event, p.attempts`,
)

/** Takes orders that are due, so that no other process sends them meanwhile. */
export function claimDue(
  sql: Runner,
  {
    at,
    until,
    most,
    only,
  }: {
    readonly at: Date
    readonly until: Date
    readonly most: number
    readonly only: Tenant | undefined
  },
): Promise<readonly DueProvisioning[]> {
  return sql.run<DueProvisioning>(CLAIM, [at, until, most, only ?? null])
}

const SAVE_TRY = statement(
  'provisioning_save_try',
  `update order_provisionings
      set state = $3::text, attempts = $4::int, next_at = $5::timestamptz, error = $6::text, lease_until = null,
          sent_at = case when $3 = 'COMPLETED' then $7::timestamptz end
    where tenant = $1::int and id = $2::uuid`,
)

export async function saveTry({ sql, actor, at }: Work, id: ProvisioningId, tried: Tried): Promise<void> {
  const { state, attempts, nextAt, error } = tried
  await sql.run(SAVE_TRY, [actor.tenant, id, state, attempts, nextAt ?? null, error ?? null, at])
}

const RESEND = statement(
  'provisioning_resend',
  `update order_provisionings p set state = 'PENDING', attempts = 0, next_at = $3::timestamptz, error = null
     from orders o
    where p.tenant = $1::int and p.id = $2::uuid and o.tenant = p.tenant and o.id = p.order_id
      and ($4::uuid is null or $4 in (o.merchant_id, o.venue_id))
   returning p.id`,
)

export async function sendAgain({ sql, actor, at }: Work, id: string): Promise<boolean> {
  const guid = parseGuid(id)
  if (guid === undefined) return false
  return (await sql.run(RESEND, [actor.tenant, guid, at, actor.within ?? null])).length > 0
}

export interface ProvisioningFilter {
  readonly order?: string | undefined
  readonly adaptor?: string | undefined
  readonly state?: ProvisioningState | undefined
}

interface Wanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

export async function pageOfProvisionings(
  work: Work,
  filter: ProvisioningFilter,
  { page, size, order }: Wanted,
) {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  return selectProvisionings(work, filter)
    .select([
      'p.id',
      'p.event_type',
      'p.state',
      'p.attempts',
      'p.error',
      'p.next_at',
      'p.created_at',
      'p.sent_at',
    ])
    .select(['o.id as order_id', 'o.number', 'a.id as adaptor_id', 'a.name as adaptor_name'])
    .orderBy('p.created_at', direction)
    .orderBy('p.id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
}

export async function countProvisionings(work: Work, filter: ProvisioningFilter): Promise<number> {
  const { total } = await selectProvisionings(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Of the orders that a key of one merchant or venue sees; of an id that is none there is nothing. */
function selectProvisionings({ db, actor }: Work, { order, adaptor, state }: ProvisioningFilter) {
  const { within } = actor
  const guids = (id: string) => [parseGuid(id)].filter((guid) => guid !== undefined)
  return db
    .selectFrom('order_provisionings as p')
    .innerJoin('orders as o', (on) => on.onRef('o.tenant', '=', 'p.tenant').onRef('o.id', '=', 'p.order_id'))
    .innerJoin('order_adaptors as a', (on) =>
      on.onRef('a.tenant', '=', 'p.tenant').onRef('a.id', '=', 'p.adaptor_id'),
    )
    .where('p.tenant', '=', actor.tenant)
    .$if(within !== undefined, (query) =>
      query.where((o) => o.or([o('o.merchant_id', '=', within ?? ''), o('o.venue_id', '=', within ?? '')])),
    )
    .$if(order !== undefined, (query) => query.where('p.order_id', 'in', guids(order ?? '')))
    .$if(adaptor !== undefined, (query) => query.where('p.adaptor_id', 'in', guids(adaptor ?? '')))
    .$if(state !== undefined, (query) => query.where('p.state', '=', state ?? 'PENDING'))
}
