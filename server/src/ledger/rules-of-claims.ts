import { sql } from 'kysely'
import type { Rule } from './rule.ts'

/** A contact who was merged into another is that other one. */
export const CLAIM_RULES: readonly Rule[] = [
  {
    name: 'claims_equal_purchases',
    says: 'Every receipt was claimed once, its purchase is of who claimed it, and so is every award of it.',
    query: (tenant) => sql`
      with who as (select id, coalesce(merged_into, id) as now from contacts where tenant = ${tenant}),
      claimed as (
        select c.purchase_id as id, count(*) as claims, (array_agg(w.now))[1] as contact
          from claims c join who w on w.id = c.contact_id
         where c.tenant = ${tenant} and c.state = 'CLAIMED' group by c.purchase_id),
      bought as (
        select coalesce(p.id, c.id) as id, p.id is null as is_missing, w.now as contact, c.contact as claimant,
               coalesce(c.claims, 0) as claims, p.claimed_at is not null and p.state = 'POSTED' as is_taken
          from (select id, contact_id, claimed_at, state from purchases where tenant = ${tenant}) p
          full join claimed c on c.id = p.id
          left join who w on w.id = p.contact_id
         where c.id is not null or p.claimed_at is not null),
      awarded as (
        select b.id, count(*) filter (where o.now is distinct from b.claimant) as of_others
          from bought b
          join lots l on l.tenant = ${tenant} and l.journal_id = b.id and l.offer_id is not null
          join wallets w on w.tenant = ${tenant} and w.id = l.wallet_id
          join who o on o.id = w.contact_id
         where b.claims > 0 group by b.id)
      select count(*) over () as looked_at,
             case when b.is_missing then 'purchase ' || b.id || ' is claimed and not there'
                  when b.claims > 1 then 'purchase ' || b.id || ' is claimed ' || b.claims || ' times'
                  when b.claims = 1 and b.contact is distinct from b.claimant then 'purchase ' || b.id || ' is not of who claimed it'
                  when b.is_taken and b.claims = 0 then 'purchase ' || b.id || ' was taken without a claim'
                  when a.of_others > 0 then a.of_others || ' awards of purchase ' || b.id || ' are not of who claimed it' end as broken
        from bought b left join awarded a on a.id = b.id`,
  },
]
