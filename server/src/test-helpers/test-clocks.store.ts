import { type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'

const AHEAD = statement(
  'test_clocks_ahead',
  `select tenant, (extract(epoch from ahead) * 1000)::float8 as ms from tenants where ahead > interval '0'`,
)

/** Milliseconds by which businesses are ahead of the machine; those that are not stand not in it. */
export async function clocksAhead(sql: Runner): Promise<ReadonlyMap<Tenant, number>> {
  const rows = await sql.run<{ readonly tenant: Tenant; readonly ms: number }>(AHEAD, [])
  return new Map(rows.map(({ tenant, ms }) => [tenant, Math.round(ms)]))
}

const HOLD = statement(
  'test_clocks_hold',
  `update tenants set moving_until = now() + $2::int * interval '1 millisecond'
    where tenant = $1::int and mode = 'TEST' and (moving_until is null or moving_until < now())
   returning tenant`,
)

/** Keeps everybody else from moving the clock for so long; false: somebody moves it. By the database's clock, one for all servers. */
export async function holdClock(sql: Runner, tenant: Tenant, ms: number): Promise<boolean> {
  return (await sql.run(HOLD, [tenant, ms])).length > 0
}

const SET = statement(
  'test_clocks_set',
  `update tenants
      set ahead = greatest(ahead, $2::float8 * interval '1 millisecond'), moving_until = now() + $3::int * interval '1 millisecond'
    where tenant = $1::int and mode = 'TEST'`,
)

/** Forward only, and holds the clock for as long again. */
export async function setAhead(
  sql: Runner,
  tenant: Tenant,
  { aheadMs, holdMs }: { readonly aheadMs: number; readonly holdMs: number },
): Promise<void> {
  await sql.run(SET, [tenant, aheadMs, holdMs])
}

const LET_GO = statement(
  'test_clocks_let_go',
  'update tenants set moving_until = null where tenant = $1::int',
)

export async function letGo(sql: Runner, tenant: Tenant): Promise<void> {
  await sql.run(LET_GO, [tenant])
}

const NEXT = statement(
  'test_clocks_next_due',
  `select min(due) as due from (
     (select expires_at as due from lots
       where tenant = $1::int and remaining > 0 and expires_at > $2::timestamptz order by expires_at limit 1)
     union all
     select min(expires_at) from wallet_blocks where tenant = $1 and state = 'BLOCKED' and expires_at > $2
     union all
     select min(valid_to) from passes
      where tenant = $1 and value is not null and state in ('ACTIVE', 'INACTIVE') and valid_to > $2
     union all
     select min(next_at) from communications where tenant = $1 and state = 'PENDING' and next_at > $2
     union all
     select min(next_at) from order_provisionings where tenant = $1 and state = 'PENDING' and next_at > $2
     union all
     select min(next_at) from webhook_deliveries where tenant = $1 and state = 'PENDING' and next_at > $2
     union all
     select min(next_at) from payouts where tenant = $1 and next_at > $2
     union all
     select min(next_at) from product_feeds where tenant = $1 and next_at > $2
   ) all_that_wait`,
)

const NEXT_EXPIRY = statement(
  'test_clocks_next_expiry',
  `select expires_at as due from lots
    where tenant = $1::int and remaining > 0 and expires_at > $2::timestamptz order by expires_at limit 1`,
)

/** When money expires next; undefined: none does. */
export async function nextExpiry(sql: Runner, tenant: Tenant, after: Date): Promise<Date | undefined> {
  const [row] = await sql.run<{ readonly due: Date }>(NEXT_EXPIRY, [tenant, after])
  return row?.due
}

/** When the next thing of the business falls due by itself; undefined: nothing does. */
export async function nextDue(sql: Runner, tenant: Tenant, after: Date): Promise<Date | undefined> {
  const [row] = await sql.run<{ readonly due: Date | null }>(NEXT, [tenant, after])
  return row?.due ?? undefined
}
