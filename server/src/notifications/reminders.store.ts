import { ofOnly, type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import type { ContactId, OrganisationId, WalletId } from '../kit/id.ts'

const WAITING = statement(
  'notifications_reminders_waiting',
  `select t.tenant, t.business_id as business, t.mode
     from tenants t
     left join notification_settings s on s.tenant = t.tenant
     left join notification_feeds f on f.tenant = t.tenant
    where exists (
      select from lots l
       where l.tenant = t.tenant and l.remaining > 0
         and l.expires_at > greatest($1::timestamptz + t.ahead, f.reminded_until)
         and l.expires_at <= $1 + t.ahead + make_interval(days => coalesce(s.reminder_days, $2::int)))
      and ${ofOnly('$3')}
    order by t.tenant`,
)

/** Businesses in which money comes close to its expiry of which nobody was reminded. */
export function tenantsToRemind(
  sql: Runner,
  {
    at,
    defaultDays,
    only,
  }: { readonly at: Date; readonly defaultDays: number; readonly only: Tenant | undefined },
): Promise<readonly { readonly tenant: Tenant; readonly business: OrganisationId; readonly mode: Mode }[]> {
  return sql.run(WAITING, [at, defaultDays, only ?? null])
}

/** What of a wallet expires on one day of the business's calendar. */
export interface ExpiringDay {
  readonly wallet: WalletId
  readonly day: string
  readonly contact: ContactId
  readonly firstName: string | null
  readonly language: string
  readonly currency: string
  readonly remaining: bigint
  readonly expiresAt: Date
}

const EXPIRING = statement(
  'notifications_expiring',
  `select l.wallet_id as wallet, (l.expires_at at time zone $4::text)::date::text as day, c.id as contact,
          c.first_name as "firstName", trim(c.language) as language, l.currency, sum(l.remaining)::bigint as remaining,
          min(l.expires_at) as "expiresAt"
     from lots l
     join wallets w on w.tenant = l.tenant and w.id = l.wallet_id
     join contacts c on c.tenant = w.tenant and c.id = w.contact_id
    where l.tenant = $1::int and l.remaining > 0 and l.expires_at > $2::timestamptz and l.expires_at <= $3::timestamptz
    group by 1, 2, 3, 4, 5, 6`,
)

export function expiringDays(
  { sql, actor }: Work,
  { after, until, timeZone }: { readonly after: Date; readonly until: Date; readonly timeZone: string },
): Promise<readonly ExpiringDay[]> {
  return sql.run<ExpiringDay>(EXPIRING, [actor.tenant, after, until, timeZone])
}

export async function readReminded({ db, actor }: Work): Promise<Date | undefined> {
  const feed = await db
    .selectFrom('notification_feeds')
    .select('reminded_until')
    .where('tenant', '=', actor.tenant)
    .executeTakeFirst()
  return feed?.reminded_until ?? undefined
}

export async function saveReminded({ db, actor }: Work, until: Date): Promise<void> {
  await db
    .updateTable('notification_feeds')
    .set({ reminded_until: until })
    .where('tenant', '=', actor.tenant)
    .execute()
}
