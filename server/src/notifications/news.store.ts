import { arrayOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId } from '../kit/id.ts'

/** What a message needs to know of a thing; amounts in minor units of `currency`. */
export interface News {
  readonly entity: string
  readonly contact: ContactId
  readonly firstName: string | null
  readonly language: string
  readonly currency: string
  readonly place: string
  readonly amount: bigint
  readonly total: bigint
  readonly award: bigint
  readonly spend: bigint
  readonly number: string
  readonly reason: string
}

const COLUMNS = `c.id as contact, c.first_name as "firstName", trim(c.language) as language`

const OF_PURCHASES = statement(
  'notifications_of_purchases',
  `select p.id as entity, ${COLUMNS}, p.currency, coalesce(v.name, m.name) as place, 0::bigint as amount, p.total, p.award,
          p.spend, coalesce(p.reference_number, '') as number, '' as reason
     from unnest($2::uuid[]) as k(id)
     join purchases p on p.tenant = $1::int and p.id = k.id
     join contacts c on c.tenant = p.tenant and c.id = p.contact_id
     join organisations m on m.tenant = p.tenant and m.id = p.merchant_id
     left join organisations v on v.tenant = p.tenant and v.id = p.venue_id`,
)

const OF_REWARD_EVENTS = statement(
  'notifications_of_reward_events',
  `select r.id as entity, ${COLUMNS}, r.currency, coalesce(v.name, m.name) as place, 0::bigint as amount, 0::bigint as total,
          r.award, 0::bigint as spend, '' as number, '' as reason
     from unnest($2::uuid[]) as k(id)
     join reward_events r on r.tenant = $1::int and r.id = k.id
     join contacts c on c.tenant = r.tenant and c.id = r.contact_id
     join organisations m on m.tenant = r.tenant and m.id = r.merchant_id
     left join organisations v on v.tenant = r.tenant and v.id = r.venue_id`,
)

const OF_RETURNS = statement(
  'notifications_of_returns',
  `select r.id as entity, ${COLUMNS}, r.currency, coalesce(v.name, m.name) as place, 0::bigint as amount, r.return_amount as total,
          r.amount as award, r.return_spent_amount as spend, coalesce(r.reference_number, '') as number, '' as reason
     from unnest($2::uuid[]) as k(id)
     join returns r on r.tenant = $1::int and r.id = k.id
     join contacts c on c.tenant = r.tenant and c.id = r.contact_id
     join organisations m on m.tenant = r.tenant and m.id = r.merchant_id
     left join organisations v on v.tenant = r.tenant and v.id = r.venue_id`,
)

const OF_PAYOUTS = statement(
  'notifications_of_payouts',
  `select p.id as entity, ${COLUMNS}, p.currency, '' as place, p.amount, 0::bigint as total, 0::bigint as award,
          0::bigint as spend, '' as number, '' as reason
     from unnest($2::uuid[]) as k(id)
     join payouts p on p.tenant = $1::int and p.id = k.id
     join wallets w on w.tenant = p.tenant and w.id = p.wallet_id
     join contacts c on c.tenant = w.tenant and c.id = w.contact_id`,
)

const OF_ORDERS = statement(
  'notifications_of_orders',
  `select o.id as entity, ${COLUMNS}, o.currency, coalesce(v.name, m.name) as place, 0::bigint as amount, o.total,
          0::bigint as award, 0::bigint as spend, o.number, coalesce(r.name, '') as reason
     from unnest($2::uuid[]) as k(id)
     join orders o on o.tenant = $1::int and o.id = k.id
     join contacts c on c.tenant = o.tenant and c.id = o.contact_id
     join organisations m on m.tenant = o.tenant and m.id = o.merchant_id
     left join organisations v on v.tenant = o.tenant and v.id = o.venue_id
     left join order_cancellation_reasons r on r.tenant = o.tenant and r.id = o.cancellation_reason_id`,
)

const READERS = {
  purchases: OF_PURCHASES,
  rewardEvents: OF_REWARD_EVENTS,
  returns: OF_RETURNS,
  payouts: OF_PAYOUTS,
  orders: OF_ORDERS,
} as const
export type Thing = keyof typeof READERS

/** The things that somebody is to be told of; those of nobody are left out. */
export async function readNews(
  sql: Runner,
  { tenant, thing, ids }: { readonly tenant: Tenant; readonly thing: Thing; readonly ids: readonly string[] },
): Promise<readonly News[]> {
  if (ids.length === 0) return []
  return sql.run<News>(READERS[thing], [tenant, arrayOf([...new Set(ids)])])
}
