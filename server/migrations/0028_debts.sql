-- What contacts owe, claw-back by claw-back, and which awards repaid which of it: so that money that comes back to a lot sets free
-- what others had repaid for it. The contact's debt account stays the sum.

create table debts (
  tenant integer not null,
  -- rises with time: older debts are repaid first
  id uuid not null,
  wallet_id uuid not null,
  -- from which it was clawed back when its money was used already
  lot_id uuid not null,
  amount bigint not null check (amount > 0),
  -- what came back to the lot since: it was never missing
  returned bigint not null default 0 check (returned >= 0),
  -- what was forgiven by hand
  relieved bigint not null default 0 check (relieved >= 0),
  made_at timestamptz not null,
  primary key (tenant, id),
  check (returned + relieved <= amount)
);
create index debts_standing on debts (tenant, wallet_id) where returned + relieved < amount;

create table debt_repayments (
  tenant integer not null,
  debt_id uuid not null,
  -- of the award that repaid
  lot_id uuid not null,
  -- falls to nothing when the debt turns out never to have been, or the award
  amount bigint not null check (amount >= 0),
  primary key (tenant, debt_id, lot_id)
);

-- What is owed already: one debt a lot, repaid by awards in the order of time, and what is left over by relief.
insert into debts (tenant, id, wallet_id, lot_id, amount, returned, made_at)
select m.tenant,
       (lpad(to_hex((extract(epoch from m.at) * 1000)::bigint), 12, '0') || '7000' || '8000' || right(m.lot_id::text, 12))::uuid,
       l.wallet_id, m.lot_id, m.amount, coalesce(r.amount, 0), m.at
  from (select t.tenant, t.lot_id, sum(t.amount) as amount, min(t.at) as at
          from transfers t join accounts a on a.tenant = t.tenant and a.id = t.from_account and a.kind = 'CONTACT_DEBT'
         where t.lot_id is not null group by t.tenant, t.lot_id) m
  join lots l on l.tenant = m.tenant and l.id = m.lot_id
  left join lateral (
    select sum(t.amount) as amount from transfers t
     where t.tenant = l.tenant and t.lot_id = l.id and t.kind = 'DEBT_REPAYMENT' and t.journal_id <> l.journal_id) r on true;

insert into debt_repayments (tenant, debt_id, lot_id, amount)
with owed as (
  select tenant, wallet_id, id, amount - returned as amount,
         sum(amount - returned) over (partition by tenant, wallet_id order by id) as until
    from debts),
repaid as (
  select l.tenant, l.wallet_id, l.id, sum(t.amount) as amount,
         sum(sum(t.amount)) over (partition by l.tenant, l.wallet_id order by l.id) as until
    from lots l
    join transfers t on t.tenant = l.tenant and t.lot_id = l.id and t.kind = 'DEBT_REPAYMENT' and t.journal_id = l.journal_id
   group by l.tenant, l.wallet_id, l.id)
select o.tenant, o.id, r.id, least(o.until, r.until) - greatest(o.until - o.amount, r.until - r.amount)
  from owed o
  join repaid r on r.tenant = o.tenant and r.wallet_id = o.wallet_id
   and least(o.until, r.until) > greatest(o.until - o.amount, r.until - r.amount);

update debts d set relieved = k.relieved
  from (
    select o.tenant, o.id,
           greatest(least(o.until, b.gone) - greatest(o.until - o.left_over, 0), 0) as relieved
      from (
        select d.tenant, d.wallet_id, d.id, d.amount - d.returned - coalesce(r.amount, 0) as left_over,
               sum(d.amount - d.returned - coalesce(r.amount, 0)) over (partition by d.tenant, d.wallet_id order by d.id) as until
          from debts d
          left join lateral (select sum(amount) as amount from debt_repayments r where r.tenant = d.tenant and r.debt_id = d.id) r on true) o
      join (
        select d.tenant, d.wallet_id,
               sum(d.amount - d.returned - coalesce(r.amount, 0)) + min(coalesce(a.balance, 0)) as gone
          from debts d
          left join lateral (select sum(amount) as amount from debt_repayments r where r.tenant = d.tenant and r.debt_id = d.id) r on true
          left join accounts a on a.tenant = d.tenant and a.owner_id = d.wallet_id and a.kind = 'CONTACT_DEBT'
         group by d.tenant, d.wallet_id) b on b.tenant = o.tenant and b.wallet_id = o.wallet_id) k
 where d.tenant = k.tenant and d.id = k.id and k.relieved > 0;
