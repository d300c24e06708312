import { sql } from 'kysely'
import type { Rule } from './rule.ts'

/** What is owed, claw-back by claw-back, and what was redeemed is kept beside the books: it has to be what they say. */
export const DEBT_RULES: readonly Rule[] = [
  {
    name: 'debts_equal_transfers',
    says: 'Every lot owes what was clawed back from it after it had been used, and repaid or got back what its transfers say.',
    query: (tenant) => sql`
      with moved as (
        select t.lot_id as id,
               coalesce(sum(t.amount) filter (where f.kind = 'CONTACT_DEBT' and t.kind <> 'DEBT_REPAYMENT_REVERSAL'), 0) as owed,
               coalesce(sum(t.amount) filter (where t.kind = 'DEBT_REPAYMENT'), 0)
                 - coalesce(sum(t.amount) filter (where t.kind = 'DEBT_REPAYMENT_REVERSAL'), 0) as repaid
          from transfers t join accounts f on f.tenant = t.tenant and f.id = t.from_account
         where t.tenant = ${tenant} and t.lot_id is not null
           and (f.kind = 'CONTACT_DEBT' or t.kind = 'DEBT_REPAYMENT')
         group by t.lot_id),
      made as (select lot_id as id, sum(amount) as owed, sum(returned) as returned from debts where tenant = ${tenant} group by lot_id),
      paid as (select lot_id as id, sum(amount) as amount from debt_repayments where tenant = ${tenant} group by lot_id),
      lots_with as (select id from moved union select id from made union select id from paid)
      select count(*) over () as looked_at,
             case when coalesce(m.owed, 0) <> coalesce(d.owed, 0)
                    or coalesce(m.repaid, 0) <> coalesce(d.returned, 0) + coalesce(p.amount, 0)
                  then 'lot ' || l.id || ' owes ' || coalesce(d.owed, 0) || ' and repaid ' || coalesce(d.returned, 0) + coalesce(p.amount, 0)
                       || ', its transfers ' || coalesce(m.owed, 0) || ' and ' || coalesce(m.repaid, 0) end as broken
        from lots_with l left join moved m on m.id = l.id left join made d on d.id = l.id left join paid p on p.id = l.id`,
  },
  {
    name: 'redeems_equal_transfers',
    says: 'Every lot that was redeemed came of its commerce lot, as much as the journals say, and all of it is back where its purchase was voided.',
    query: (tenant) => sql`
      with moved as (
        select lot_id as id, coalesce(sum(amount) filter (where kind = 'REDEEM_IN'), 0) as made,
               coalesce(sum(amount) filter (where kind <> 'REDEEM_IN'), 0) as undone
          from transfers where tenant = ${tenant} and kind like 'REDEEM_IN%' and lot_id is not null group by lot_id),
      sums as (
        select p.id, p.redeem, coalesce(sum(r.amount), 0) as made
          from purchases p left join redeems r on r.tenant = p.tenant and r.purchase_id = p.id
         where p.tenant = ${tenant} and (p.redeem > 0 or r.lot_id is not null) group by p.id, p.redeem)
      select count(*) over () as looked_at,
             case when m.made is distinct from r.amount or m.undone is distinct from r.undone
                    or (p.state = 'CANCELLED' and r.undone <> r.amount)
                  then 'redeemed lot ' || r.lot_id || ' differs from its transfers' end as broken
        from redeems r
        join purchases p on p.tenant = r.tenant and p.id = r.purchase_id
        left join moved m on m.id = r.lot_id
       where r.tenant = ${tenant}
      union all
      select 0, case when s.redeem <> s.made then 'purchase ' || s.id || ' redeemed ' || s.redeem || ', its lots ' || s.made end
        from sums s`,
  },
  {
    name: 'wallets_owe_their_debts',
    says: 'A contact owes exactly what of the debts is not repaid, returned or forgiven; no debt is repaid twice.',
    query: (tenant) => sql`
      with paid as (select debt_id, sum(amount) as amount from debt_repayments where tenant = ${tenant} group by debt_id),
      open as (
        select d.wallet_id as id, sum(d.amount - d.returned - d.relieved - coalesce(p.amount, 0)) as amount,
               min(d.amount - d.returned - d.relieved - coalesce(p.amount, 0)) as least
          from debts d left join paid p on p.debt_id = d.id where d.tenant = ${tenant} group by d.wallet_id),
      owes as (
        select owner_id as id, -sum(balance) as amount from accounts
         where tenant = ${tenant} and kind = 'CONTACT_DEBT' group by owner_id)
      select count(*) over () as looked_at,
             case when coalesce(w.amount, 0) <> coalesce(o.amount, 0) or o.least < 0
                  then 'wallet ' || coalesce(w.id, o.id) || ' owes ' || coalesce(w.amount, 0) || ', its debts ' || coalesce(o.amount, 0)
             end as broken
        from owes w full join open o on o.id = w.id`,
  },
]
