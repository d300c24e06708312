import { sql } from 'kysely'
import type { Tenant } from '../kit/actor.ts'
import type { Rule } from './rule.ts'

// The forms of chain.ts, said again in SQL: a mistake there would have to be made twice to go unnoticed.

const milliseconds = (column: string) => sql.raw(`trunc(extract(epoch from ${column}) * 1000)::bigint`)

const openings = (tenant: Tenant) => sql`
  select id, kind, seq, head,
         sha256(convert_to(concat_ws('|', 'tillback-account-1', tenant, id, kind, owner_id, currency, lane), 'UTF8')) as opening
    from accounts where tenant = ${tenant}`

/** Both entries of every transfer, each with the text that its hash covers. */
const entries = (tenant: Tenant) => sql`
  select e.id, e.seq, e.hash, t.journal_id, t.line,
         concat_ws('|', t.tenant, t.journal_id, t.line, t.kind, t.amount, t.currency, t.from_account, t.from_seq, t.from_balance,
                   t.to_account, t.to_seq, t.to_balance, coalesce(t.lot_id::text, '-'), coalesce(t.reverses::text, '-'),
                   ${milliseconds('t.at')}) as entry
    from transfers t
    cross join lateral (values (t.from_account, t.from_seq, t.from_hash), (t.to_account, t.to_seq, t.to_hash)) as e(id, seq, hash)
   where t.tenant = ${tenant}`

export const CHAIN_RULES: readonly Rule[] = [
  {
    name: 'entries_are_chained',
    says: 'The hash of every entry follows from the entry before it on its account and from all that it holds itself.',
    query: (tenant) => sql`
      with openings as (${openings(tenant)}),
      linked as (
        select e.*, lag(hash) over (partition by id order by seq) as before from (${entries(tenant)}) e)
      select count(*) over () as looked_at,
             case when l.hash is distinct from
                         sha256(convert_to(encode(coalesce(l.before, o.opening), 'hex') || '|' || l.entry, 'UTF8'))
                  then 'account ' || l.id || coalesce(' (' || o.kind || ')', '') || ' entry ' || l.seq || ', line ' || l.line
                       || ' of journal ' || l.journal_id || ': its hash does not follow from the entry before and what it holds'
             end as broken
        from linked l left join openings o on o.id = l.id`,
  },
  {
    name: 'heads_are_last_entries',
    says: 'The head of every account is the hash of its last entry, or names the account where there is none.',
    query: (tenant) => sql`
      with lasts as (
        select distinct on (id) id, seq, hash from (${entries(tenant)}) e order by id, seq desc)
      select count(*) over () as looked_at,
             case when o.head is distinct from coalesce(l.hash, o.opening)
                  then 'account ' || o.id || ' (' || o.kind || ') does not have the hash of its last entry, '
                       || coalesce(l.seq, 0) || ', as its head' end as broken
        from (${openings(tenant)}) o left join lasts l on l.id = o.id`,
  },
  {
    name: 'seals_are_chained',
    says: 'The hash of every seal follows from the seal before and from the heads that it pins, and no seal is missing.',
    query: (tenant) => sql`
      with pinned as (
        select number, count(*) as accounts,
               string_agg(e'\n' || account_id || '|' || seq || '|' || encode(head, 'hex'), '' order by account_id) as heads
          from ledger_seal_heads where tenant = ${tenant} group by number),
      seals as (
        select tenant, number, at, accounts, previous, hash, lag(number, 1, 0) over w as before, lag(hash) over w as hash_before
          from ledger_seals where tenant = ${tenant} window w as (order by number))
      select count(*) over () as looked_at,
             case when s.number is null then 'seal ' || p.number || ' is missing; the heads that it pins are there'
                  when s.number <> s.before + 1 then 'seal ' || s.number || ' does not follow seal ' || s.before
                  when s.previous <> coalesce(s.hash_before, sha256(convert_to('tillback-seals-1|' || s.tenant, 'UTF8')))
                    then 'seal ' || s.number || ' does not name the hash of seal ' || s.before
                  when s.accounts <> coalesce(p.accounts, 0)
                    then 'seal ' || s.number || ' pins ' || s.accounts || ' accounts, ' || coalesce(p.accounts, 0) || ' are there'
                  when s.hash <> sha256(convert_to(concat_ws('|', encode(s.previous, 'hex'), s.tenant, s.number,
                                                             ${milliseconds('s.at')}, s.accounts) || p.heads, 'UTF8'))
                    then 'seal ' || s.number || ': its hash does not follow from the seal before and the heads that it pins'
             end as broken
        from seals s full join pinned p on p.number = s.number`,
  },
  {
    name: 'seals_agree_with_entries',
    says: 'Every head that a seal pins is still the hash of that entry.',
    query: (tenant) => sql`
      select count(*) over () as looked_at,
             case when e.hash is distinct from h.head
                  then 'account ' || h.account_id || ' entry ' || h.seq || ' is not what seal ' || h.number || ' pins' end as broken
        from ledger_seal_heads h
        left join (${entries(tenant)}) e on e.id = h.account_id and e.seq = h.seq
       where h.tenant = ${tenant}`,
  },
]
