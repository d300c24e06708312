import { arrayOf, statement, type Work } from '../db/index.ts'
import type { ContactId, DeviceId } from '../kit/id.ts'

/** How a contact can be reached besides the inbox, and what they want of it. */
export interface Recipient {
  readonly contact: ContactId
  readonly email: string | null
  readonly emailOptOut: boolean
  /** Registered for push messages, in order. */
  readonly devices: readonly DeviceId[]
  readonly deviceOptOut: boolean
  /** Ways by which they are not told of a kind, such as AWARD:EMAIL. */
  readonly off: ReadonlySet<string>
  readonly quietFrom: number | null
  readonly quietUntil: number | null
  readonly timeZone: string | null
}

type Row = Omit<Recipient, 'off'> & { readonly off: readonly string[] }

const READ = statement(
  'notifications_recipients',
  `select k.id as contact, e.value as email, coalesce(p.email_opt_out, false) as "emailOptOut",
          coalesce(p.device_opt_out, false) as "deviceOptOut", coalesce(p.off, '{}') as off, p.quiet_from as "quietFrom", p.quiet_until as "quietUntil",
          p.time_zone as "timeZone",
          array(select d.id from devices d where d.tenant = $1::int and d.contact_id = k.id order by d.id) as devices
     from unnest($2::uuid[]) as k(id)
     left join communication_preferences p on p.tenant = $1::int and p.contact_id = k.id
     left join lateral (
       select i.value from identifiers i
        where i.tenant = $1::int and i.contact_id = k.id and i.kind = 'EMAIL'
        order by coalesce((i.details ->> 'is_primary')::boolean, false) desc, i.value
        limit 1) e on true`,
)

export async function readRecipients(
  { sql, actor }: Work,
  contacts: readonly ContactId[],
): Promise<ReadonlyMap<ContactId, Recipient>> {
  if (contacts.length === 0) return new Map()
  const rows = await sql.run<Row>(READ, [actor.tenant, arrayOf([...new Set(contacts)])])
  return new Map(rows.map((row) => [row.contact, { ...row, off: new Set(row.off) }]))
}
