import { arrayOf, ofOnly, type Runner, statement } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { ContactId, OrganisationId } from '../kit/id.ts'
import type { Celebration, GiftDay } from './gift-days.ts'

export interface GivingTenant {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
}

const GIVING = statement(
  'reward_events_giving_tenants',
  `select distinct t.tenant, t.business_id as business, t.mode
     from offer_versions v
     join offers o on o.tenant = v.tenant and o.id = v.offer_id and o.version = v.version and o.state = 'ACTIVE'
     join tenants t on t.tenant = v.tenant
    where v.terms ->> 'type' = 'GIFT' and ${ofOnly('$1')}
    order by t.tenant`,
)

/** Businesses that have gifts to give, now or later. */
export function readGivingTenants(sql: Runner, only: Tenant | undefined): Promise<readonly GivingTenant[]> {
  return sql.run<GivingTenant>(GIVING, [only ?? null])
}

const DATES: Readonly<Record<Celebration, string>> = {
  BIRTHDAY: `c.birthday is not null and
          (extract(month from c.birthday) * 100 + extract(day from c.birthday))::integer = replace(k.day, '-', '')::integer`,
  NAME_DAY: 'c.name_day is not null and c.name_day = k.day',
}

function celebrating(occasion: Celebration) {
  return statement(
    `reward_events_celebrating_${occasion.toLowerCase()}`,
    `select c.id as contact, k.year
       from unnest($2::text[], $3::text[]) as k(day, year)
       join contacts c on c.tenant = $1::int and ${DATES[occasion]}
       left join reward_events e on e.tenant = c.tenant and e.occasion = '${occasion}' and e.contact_id = c.id
                                and e.reference = k.year
      where c.id > $4::uuid and c.merged_into is null and (e.id is null or (e.award = 0 and e.outcome ->> 'judged_by' <> $5::text))
      order by c.id
      limit $6::int`,
  )
}

const CELEBRATING = { BIRTHDAY: celebrating('BIRTHDAY'), NAME_DAY: celebrating('NAME_DAY') } as const

export interface Celebrating {
  readonly contact: ContactId
  readonly year: string
}

export interface Sought {
  readonly tenant: Tenant
  readonly occasion: Celebration
  readonly days: readonly GiftDay[]
  /** What an event that brought nothing must not have been judged by. */
  readonly judgedBy: string
  readonly after: string
  readonly most: number
}

/** Contacts who celebrate on these days and had no gift for it, in the order of their ids. */
export function readCelebrating(
  sql: Runner,
  { tenant, occasion, days, judgedBy, after, most }: Sought,
): Promise<readonly Celebrating[]> {
  return sql.run<Celebrating>(CELEBRATING[occasion], [
    tenant,
    arrayOf(days.map(({ day }) => day)),
    arrayOf(days.map(({ year }) => year)),
    after,
    judgedBy,
    most,
  ])
}
