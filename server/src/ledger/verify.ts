import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { Rule } from './rule.ts'
import { CHAIN_RULES } from './rules-of-chains.ts'
import { CLAIM_RULES } from './rules-of-claims.ts'
import { DEBT_RULES } from './rules-of-debts.ts'
import { WALLET_RULES } from './rules-of-wallets.ts'
import { holdStill } from './snapshot.ts'

/** One rule of the books, how much was looked at, and the first rows that break it (none: it holds). */
export interface Check {
  readonly name: string
  readonly says: string
  readonly looked_at: number
  readonly broken: readonly string[]
}

export interface VerifyReport {
  readonly holds: boolean
  readonly checks: readonly Check[]
}

// Reads every entry of the tenant once for each rule: for proof, not for the hot path.
const RULES: readonly Rule[] = [
  {
    name: 'sums_are_zero',
    says: 'The balances of all accounts of a currency sum to zero.',
    query: (tenant) => sql`
      select count(*) over () as looked_at, case when total <> 0 then currency || ' sums to ' || total end as broken
        from (select currency, sum(balance) as total from accounts where tenant = ${tenant} group by currency) s`,
  },
  {
    name: 'balances_equal_transfers',
    says: 'The balance of every account equals what flowed in less what flowed out.',
    query: (tenant) => sql`
      with flows as (
        select to_account as id, amount from transfers where tenant = ${tenant}
        union all select from_account, -amount from transfers where tenant = ${tenant}),
      sums as (select id, sum(amount) as total from flows group by id)
      select count(*) over () as looked_at,
             case when coalesce(a.balance, 0) <> coalesce(s.total, 0) or a.id is null
                  then 'account ' || coalesce(a.id, s.id) || ' has ' || coalesce(a.balance, 0) || ', its transfers ' || coalesce(s.total, 0)
             end as broken
        from (select * from accounts where tenant = ${tenant}) a full join sums s on s.id = a.id`,
  },
  {
    name: 'entries_are_numbered_without_gap',
    says: 'The entries of every account are numbered 1, 2, 3 … up to its last, and each balance follows from the one before.',
    query: (tenant) => sql`
      with entries as (
        select to_account as id, to_seq as seq, to_balance as after, amount from transfers where tenant = ${tenant}
        union all select from_account, from_seq, from_balance, -amount from transfers where tenant = ${tenant}),
      chained as (
        select id, seq, after, amount, lag(after, 1, 0::bigint) over w as before, lag(seq, 1, 0::bigint) over w as previous
          from entries window w as (partition by id order by seq)),
      lasts as (select id, max(seq) as last from entries group by id)
      select (select count(*) from chained) as looked_at, broken from (
        select 'account ' || id || ' entry ' || seq || ' does not follow ' || previous as broken
          from chained where seq <> previous + 1 or after <> before + amount
        union all
        select 'account ' || a.id || ' counts ' || a.seq || ' entries, the last is ' || coalesce(l.last, 0)
          from accounts a left join lasts l on l.id = a.id where a.tenant = ${tenant} and a.seq <> coalesce(l.last, 0)) b
      union all select (select count(*) from chained), null`,
  },
  {
    name: 'lots_equal_transfers',
    says: 'What is left of every lot equals its transfers, and a wallet holds exactly the sum of its lots.',
    query: (tenant) => sql`
      with flows as (
        select t.lot_id as id,
               case when t_to.kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE') then amount else 0 end
                 - case when t_from.kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE') then amount else 0 end as amount
          from transfers t
          join accounts t_to on t_to.tenant = t.tenant and t_to.id = t.to_account
          join accounts t_from on t_from.tenant = t.tenant and t_from.id = t.from_account
         where t.tenant = ${tenant} and t.lot_id is not null),
      sums as (select id, sum(amount) as total from flows group by id),
      wallets_hold as (
        select owner_id as wallet_id, sum(balance) as total from accounts
         where tenant = ${tenant} and kind in ('CONTACT_OPEN', 'CONTACT_COMMERCE') group by owner_id),
      lots_hold as (select wallet_id, sum(remaining) as total from lots where tenant = ${tenant} group by wallet_id)
      select (select count(*) from lots where tenant = ${tenant}) as looked_at, broken from (
        select 'lot ' || coalesce(l.id, s.id) || ' has ' || coalesce(l.remaining, 0) || ', its transfers ' || coalesce(s.total, 0) as broken
          from (select * from lots where tenant = ${tenant}) l full join sums s on s.id = l.id
         where coalesce(l.remaining, 0) <> coalesce(s.total, 0)
        union all
        select 'wallet ' || w.wallet_id || ' has ' || w.total || ', its lots ' || coalesce(l.total, 0)
          from wallets_hold w left join lots_hold l on l.wallet_id = w.wallet_id where w.total <> coalesce(l.total, 0)) b
      union all select (select count(*) from lots where tenant = ${tenant}), null`,
  },
  {
    name: 'purchases_equal_transfers',
    says: 'Every purchase has exactly the awards and spends that its journal moved, less what was taken back.',
    query: (tenant) => sql`
      with moved as (
        select journal_id,
               coalesce(sum(amount) filter (where kind = 'AWARD'), 0) as award,
               coalesce(sum(amount) filter (where kind in ('SPEND', 'PAYOUT_SPEND')), 0) as spend,
               coalesce(sum(amount) filter (where kind in ('AWARD_REVERSAL', 'AWARD_REVERSAL_TO_DEBT', 'AWARD_REVERSAL_FROM_BREAKAGE')), 0) as award_back,
               coalesce(sum(amount) filter (where kind = 'SPEND_REVERSAL'), 0) as spend_back
          from transfers where tenant = ${tenant} group by journal_id)
      select count(*) over () as looked_at,
             case when coalesce(m.award, 0) <> p.award or coalesce(m.spend, 0) <> p.spend
                    or coalesce(m.award_back, 0) <> (case when p.state = 'CANCELLED' then p.award else p.returned_award end)
                    or coalesce(m.spend_back, 0) <> (case when p.state = 'CANCELLED' and coalesce(o.money, 'BACK') = 'BACK'
                                                          then p.spend else p.returned_spend end)
                  then 'purchase ' || p.id || ' differs from its journal' end as broken
        from purchases p
        left join moved m on m.journal_id = p.id
        left join payouts o on o.tenant = p.tenant and o.purchase_id = p.id
       where p.tenant = ${tenant}`,
  },
  {
    name: 'payouts_equal_transfers',
    says: 'Every payout holds what was spent or withdrawn for it and did not come back, where its journal moved it last.',
    query: (tenant) => sql`
      with lines as (
        select t.journal_id, t.kind, t.amount, r.kind as reversed
          from transfers t
          left join transfers r on r.tenant = t.tenant and r.journal_id = t.journal_id and r.line = t.reverses
         where t.tenant = ${tenant}),
      moved as (
        select journal_id,
               coalesce(sum(amount) filter (where kind in ('PAYOUT_SPEND', 'PAYOUT_REQUEST')), 0)
                 - coalesce(sum(amount) filter (where reversed in ('PAYOUT_SPEND', 'PAYOUT_REQUEST')), 0) as held,
               coalesce(sum(amount) filter (where kind = 'PAYOUT_SENT'), 0)
                 - coalesce(sum(amount) filter (where reversed = 'PAYOUT_SENT'), 0) as paid_out,
               coalesce(sum(amount) filter (where kind = 'PAYOUT_TO_WALLET'), 0)
                 - coalesce(sum(amount) filter (where reversed = 'PAYOUT_TO_WALLET'), 0) as wallet
          from lines group by journal_id)
      select count(*) over () as looked_at,
             case when coalesce(m.held, 0) <> (case when p.money = 'BACK' then 0 else p.amount end)
                    or coalesce(m.paid_out, 0) <> (case when p.money = 'PAID_OUT' then p.amount else 0 end)
                    or coalesce(m.wallet, 0) <> (case when p.money = 'WALLET' then p.amount else 0 end)
                    or (p.state in ('SENT', 'REVERSAL_REQUIRED') and p.money <> 'PAID_OUT')
                    or (p.state = 'PAID' and p.money not in ('PAID_OUT', 'WALLET'))
                    or (p.state in ('PENDING', 'SENDING', 'UNKNOWN', 'FAILED', 'RETURNED') and p.money <> 'CLEARING')
                    or (p.state in ('CANCELLED', 'REVERSED') and p.money <> 'BACK')
                  then 'payout ' || p.id || ' differs from its journal' end as broken
        from payouts p left join moved m on m.journal_id = coalesce(p.purchase_id, p.id) where p.tenant = ${tenant}`,
  },
  {
    name: 'reward_events_equal_transfers',
    says: 'Every sign-up, achievement, gift and the like has exactly the awards that its journal moved.',
    query: (tenant) => sql`
      with moved as (
        select journal_id, sum(amount) as award from transfers where tenant = ${tenant} and kind = 'AWARD' group by journal_id)
      select count(*) over () as looked_at,
             case when coalesce(m.award, 0) <> e.award then 'reward event ' || e.id || ' differs from its journal' end as broken
        from reward_events e left join moved m on m.journal_id = e.id where e.tenant = ${tenant}`,
  },
  {
    name: 'limits_equal_awards',
    says: 'What counts against every budget equals the awards that stand.',
    query: (tenant) => sql`
      with counted as (
        select offer_id, sum(amount) as amount from offer_counters
         where tenant = ${tenant} and subject_id = offer_id and period = '' group by offer_id),
      awarded as (
        select l.offer_id, sum(l.amount) - coalesce(sum(b.amount), 0) as amount
          from lots l
          left join lateral (
            select sum(t.amount) as amount from transfers t
             where t.tenant = l.tenant and t.journal_id = l.journal_id and t.lot_id = l.id
               and t.kind in ('AWARD_REVERSAL', 'AWARD_REVERSAL_TO_DEBT', 'AWARD_REVERSAL_FROM_BREAKAGE')) b on true
         where l.tenant = ${tenant} and l.offer_id is not null group by l.offer_id)
      select count(*) over () as looked_at,
             case when c.amount <> coalesce(a.amount, 0)
                  then 'offer ' || c.offer_id || ' counts ' || c.amount || ', awards are ' || coalesce(a.amount, 0) end as broken
        from counted c left join awarded a on a.offer_id = c.offer_id`,
  },
]

const MAX_NAMED = 20

/**
 * Proves the books of one tenant by reading every entry; names the first rows that break a rule. All rules see one instant, so
 * the transaction must be new: nothing was read in it yet.
 */
export async function verifyLedger(db: Transaction<Tables>, tenant: Tenant): Promise<VerifyReport> {
  await holdStill(db)
  const checks: Check[] = []
  for (const { name, says, query } of [
    ...RULES,
    ...WALLET_RULES,
    ...DEBT_RULES,
    ...CLAIM_RULES,
    ...CHAIN_RULES,
  ]) {
    const { rows } = await sql<{ looked_at: bigint; broken: string | null }>`
      select max(looked_at) as looked_at, array_to_string((array_agg(broken order by broken) filter (where broken is not null))[1:${sql.lit(MAX_NAMED)}], e'\n') as broken
        from (${query(tenant)}) r`.execute(db)
    const [row] = rows
    checks.push({
      name,
      says,
      looked_at: Number(row?.looked_at ?? 0n),
      broken: row?.broken ? row.broken.split('\n') : [],
    })
  }
  return { holds: checks.every(({ broken }) => broken.length === 0), checks }
}
