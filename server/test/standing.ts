import { sql } from 'kysely'
import type { TestBusiness } from './harness.ts'

/**
 * Where a business stands: every balance, every lot with something in it, every counter, each told by names, so that two businesses in
 * which the same happened stand the same. What is nought is left out, as it is as if it had never been.
 */
export async function standing(business: Pick<TestBusiness, 'work'>): Promise<readonly string[]> {
  return business.work(async ({ db, actor: { tenant } }) => {
    const { rows } = await sql<{ told: string }>`
      with named as (
        select w.id, c.code from wallets w join contacts c on c.tenant = w.tenant and c.id = w.contact_id where w.tenant = ${tenant}
        union all select id, code from organisations where tenant = ${tenant}
        union all select id, code from contacts where tenant = ${tenant}
        union all select id, code from passes where tenant = ${tenant}
        union all select id, code from pass_plans where tenant = ${tenant}
        union all select id, code from offers where tenant = ${tenant})
      select 'account ' || a.kind || ' of ' || coalesce(n.code, '?') || ': ' || sum(a.balance) as told
        from accounts a left join named n on n.id = a.owner_id
       where a.tenant = ${tenant} group by a.kind, n.code having sum(a.balance) <> 0
      union all
      select 'lot of ' || n.code || ' by ' || coalesce(o.code, '-') || ' until ' || coalesce(l.expires_at::text, 'ever')
             || ': ' || string_agg(l.remaining || ' left, ' || l.expired || ' expired', '; ' order by l.remaining, l.expired)
        from lots l join named n on n.id = l.wallet_id left join offers o on o.tenant = l.tenant and o.id = l.offer_id
       where l.tenant = ${tenant} and (l.remaining > 0 or l.expired > 0) group by n.code, o.code, l.expires_at
      union all
      select 'counter of ' || coalesce(o.code, '?') || ' for ' || coalesce(n.code, '?') || ' in ' || c.period || ': '
             || c.amount || ', ' || c.uses || ' uses'
        from offer_counters c left join named o on o.id = c.offer_id left join named n on n.id = c.subject_id
       where c.tenant = ${tenant} and (c.amount <> 0 or c.uses <> 0)
       order by told`.execute(db)
    return rows.map(({ told }) => told)
  })
}
