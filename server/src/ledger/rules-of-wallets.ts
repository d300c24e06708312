import { sql } from 'kysely'
import type { Rule } from './rule.ts'

/** What happens to wallets besides purchases has a row each, and its journal has the same id. */
export const WALLET_RULES: readonly Rule[] = [
  {
    name: 'expiries_equal_transfers',
    says: 'Everything that expired of a wallet at once has exactly the amount and the lots that its journal moved.',
    query: (tenant) => sql`
      with moved as (
        select journal_id, sum(amount) as amount, count(*) as lots
          from transfers where tenant = ${tenant} and kind = 'EXPIRY' group by journal_id)
      select count(*) over () as looked_at,
             case when coalesce(m.amount, 0) <> e.amount or coalesce(m.lots, 0) <> e.lots
                  then 'expiry ' || e.id || ' differs from its journal' end as broken
        from expiries e left join moved m on m.journal_id = e.id where e.tenant = ${tenant}`,
  },
  {
    name: 'expired_lots_equal_transfers',
    says: 'What of every lot is in breakage equals what expired less what was taken back from there.',
    query: (tenant) => sql`
      with moved as (
        select lot_id, sum(case when kind = 'EXPIRY' then amount else -amount end) as amount
          from transfers
         where tenant = ${tenant} and kind in ('EXPIRY', 'AWARD_REVERSAL_FROM_BREAKAGE', 'TOP_UP_REVERSAL_FROM_BREAKAGE',
                                                     'REDEEM_IN_REVERSAL_FROM_BREAKAGE') and lot_id is not null group by lot_id)
      select count(*) over () as looked_at,
             case when coalesce(m.amount, 0) <> l.expired
                  then 'lot ' || l.id || ' has ' || l.expired || ' in breakage, its transfers ' || coalesce(m.amount, 0) end as broken
        from lots l left join moved m on m.lot_id = l.id where l.tenant = ${tenant}`,
  },
  {
    name: 'wallet_transfers_equal_transfers',
    says: 'Every transfer between wallets took its amount out of the one and put it into the other.',
    query: (tenant) => sql`
      with moved as (
        select t.journal_id,
               coalesce(sum(t.amount) filter (where t.kind = 'TRANSFER_OUT'), 0) as sent,
               coalesce(sum(t.amount) filter (where t.kind = 'TRANSFER_IN'), 0) as received
          from transfers t where t.tenant = ${tenant} and t.kind in ('TRANSFER_OUT', 'TRANSFER_IN') group by t.journal_id)
      select count(*) over () as looked_at,
             case when coalesce(m.sent, 0) <> w.amount or coalesce(m.received, 0) <> w.amount
                  then 'wallet transfer ' || w.id || ' differs from its journal' end as broken
        from wallet_transfers w left join moved m on m.journal_id = w.id where w.tenant = ${tenant}`,
  },
  {
    name: 'topups_equal_transfers',
    says: 'Every top-up put exactly its amount into its lot, and its void took as much from the lot, from breakage and as a debt together.',
    query: (tenant) => sql`
      with moved as (
        select journal_id, lot_id,
               coalesce(sum(amount) filter (where kind = 'TOP_UP'), 0) as given,
               coalesce(sum(amount) filter (where kind like 'TOP_UP_REVERSAL%'), 0) as back
          from transfers where tenant = ${tenant} and kind like 'TOP_UP%' group by journal_id, lot_id)
      select count(*) over () as looked_at,
             case when coalesce(m.given, 0) <> u.amount
                    or coalesce(m.back, 0) <> (case when u.state = 'CANCELLED' then u.amount else 0 end)
                  then 'top-up ' || u.id || ' differs from its journal' end as broken
        from topups u left join moved m on m.journal_id = u.id and m.lot_id = u.lot_id where u.tenant = ${tenant}`,
  },
  {
    name: 'passes_equal_transfers',
    says: 'What was paid for every pass is owed until its end, and moved then exactly as the pass ended; one that nobody paid for moves when it is redeemed.',
    query: (tenant) => sql`
      with moved as (
        select journal_id,
               coalesce(sum(amount) filter (where kind = 'PASS_SALE'), 0) as sold,
               coalesce(sum(amount) filter (where kind = 'PASS_REDEMPTION'), 0) as redeemed,
               coalesce(sum(amount) filter (where kind = 'PASS_SALE_REVERSAL'), 0) as given_back,
               coalesce(sum(amount) filter (where kind = 'PASS_EXPIRY'), 0) as expired
          from transfers where tenant = ${tenant} and kind like 'PASS%' group by journal_id),
      told as (
        select p.id, p.state, p.value, case when p.payment_method = 'GRANT' then 0 else p.value end as paid, r.amount as redemption
          from passes p
          left join pass_redemptions r on r.tenant = p.tenant and r.pass_id = p.id
         where p.tenant = ${tenant} and p.value is not null)
      select count(*) over () as looked_at,
             case when coalesce(m.sold, 0) <> p.paid
                    or coalesce(m.redeemed, 0) <> (case when p.state = 'REDEEMED' then p.value else 0 end)
                    or coalesce(m.given_back, 0) <> (case when p.state = 'CANCELLED' then p.paid else 0 end)
                    or coalesce(m.expired, 0) <> (case when p.state = 'EXPIRED' then p.paid else 0 end)
                    or coalesce(p.redemption, 0) <> (case when p.state = 'REDEEMED' then p.value else 0 end)
                  then 'pass ' || p.id || ' differs from its journal' end as broken
        from told p left join moved m on m.journal_id = p.id`,
  },
  {
    name: 'blocks_equal_transfers',
    says: 'Every block set exactly its amount aside, which lies there while it stands and is back when it ended.',
    query: (tenant) => sql`
      with moved as (
        select journal_id,
               coalesce(sum(amount) filter (where kind = 'BLOCK'), 0) as blocked,
               coalesce(sum(amount) filter (where kind = 'UNBLOCK'), 0) as back
          from transfers where tenant = ${tenant} and kind in ('BLOCK', 'UNBLOCK') group by journal_id),
      aside as (
        select coalesce(sum(balance), 0) as total from accounts where tenant = ${tenant} and kind = 'CONTACT_BLOCKED'),
      standing as (
        select coalesce(sum(amount), 0) as total from wallet_blocks where tenant = ${tenant} and state = 'BLOCKED')
      select count(*) over () as looked_at,
             case when coalesce(m.blocked, 0) <> b.amount
                    or coalesce(m.back, 0) <> (case when b.state = 'BLOCKED' then 0 else b.amount end)
                  then 'block ' || b.id || ' differs from its journal' end as broken
        from wallet_blocks b left join moved m on m.journal_id = b.id where b.tenant = ${tenant}
      union all
      select 0, case when a.total <> s.total then 'blocked money is ' || a.total || ', its blocks ' || s.total end
        from aside a, standing s`,
  },
  {
    name: 'adjustments_equal_transfers',
    says: 'Every correction by hand that was posted moved exactly its amount, every other moved nothing.',
    query: (tenant) => sql`
      with moved as (
        select journal_id, kind, sum(amount) as amount
          from transfers
         where tenant = ${tenant} and kind in ('ADJUSTMENT_CREDIT', 'ADJUSTMENT_DEBIT', 'DEBT_RELIEF') group by journal_id, kind)
      select count(*) over () as looked_at,
             case when coalesce(m.amount, 0) <> (case when a.state = 'POSTED' then a.amount else 0 end)
                  then 'adjustment ' || a.id || ' differs from its journal' end as broken
        from adjustments a
        left join moved m on m.journal_id = a.id
         and m.kind = case a.type when 'DEBT_RELIEF' then 'DEBT_RELIEF' else 'ADJUSTMENT_' || a.type end
       where a.tenant = ${tenant}`,
  },
]
