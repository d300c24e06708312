-- Books that prove themselves: every entry carries a hash over the one before it, seals pin all accounts, and history is only added to.
-- What is hashed is told in src/ledger/README.md; docs/decisions/0010-chains-and-seals.md says what it proves.

alter table accounts add column head bytea;
alter table transfers add column from_hash bytea, add column to_hash bytea;

-- Entries of before are chained as if they had been from the first: each account in the order of its numbers.
create function pg_temp.next_head(head bytea, opening bytea, entry text) returns bytea language sql immutable
  as $$ select sha256(convert_to(encode(coalesce(head, opening), 'hex') || '|' || entry, 'UTF8')) $$;
create aggregate pg_temp.head_after(opening bytea, entry text) (sfunc = pg_temp.next_head, stype = bytea);

create temporary table openings on commit drop as
  select tenant, id,
         sha256(convert_to(concat_ws('|', 'tillback-account-1', tenant, id, kind, owner_id, currency, lane), 'UTF8')) as head
    from accounts;
create unique index on openings (tenant, id);
analyze openings;

create temporary table chained on commit drop as
  with texts as (
    select t.*, concat_ws('|', tenant, journal_id, line, kind, amount, currency, from_account, from_seq, from_balance,
                          to_account, to_seq, to_balance, coalesce(lot_id::text, '-'), coalesce(reverses::text, '-'),
                          trunc(extract(epoch from at) * 1000)::bigint) as entry
      from transfers t),
  entries as (
    select tenant, journal_id, line, true as is_from, from_account as account, from_seq as seq, entry from texts
    union all select tenant, journal_id, line, false, to_account, to_seq, entry from texts)
  select e.tenant, journal_id, line, is_from, account, seq,
         pg_temp.head_after(o.head, entry) over (partition by e.tenant, account order by seq) as hash
    from entries e join openings o on o.tenant = e.tenant and o.id = e.account;
create unique index on chained (tenant, journal_id, line, is_from);
create index on chained (tenant, account, seq);
analyze chained;

update transfers t set from_hash = f.hash, to_hash = o.hash
  from chained f, chained o
 where f.tenant = t.tenant and f.journal_id = t.journal_id and f.line = t.line and f.is_from
   and o.tenant = t.tenant and o.journal_id = t.journal_id and o.line = t.line and not o.is_from;
update accounts a
   set head = coalesce((select c.hash from chained c where c.tenant = a.tenant and c.account = a.id order by c.seq desc limit 1), o.head)
  from openings o where o.tenant = a.tenant and o.id = a.id;

-- The hash of the last entry; of an account without one, the hash that names the account.
alter table accounts alter column head set not null;
alter table transfers alter column from_hash set not null, alter column to_hash set not null;

-- One hash over everything that changed since the one before. Who keeps one can prove later that nothing older was rewritten.
create table ledger_seals (
  tenant integer not null references tenants,
  number integer not null,
  at timestamptz not null,
  -- how many accounts changed
  accounts integer not null check (accounts > 0),
  previous bytea not null,
  hash bytea not null,
  primary key (tenant, number)
);

-- Where an account stood in a seal.
create table ledger_seal_heads (
  tenant integer not null,
  account_id uuid not null,
  seq bigint not null,
  number integer not null,
  head bytea not null,
  primary key (tenant, account_id, seq)
);
create index ledger_seal_heads_of_seal on ledger_seal_heads (tenant, number, account_id);

-- History is only added to. One look a statement, none at an insert. Only the data of a TEST tenant may be wiped, by a transaction
-- that says which: set local tillback.wipe = '<tenant>'.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception '% is only ever added to: % is refused', tg_table_name, lower(tg_op);
end $$;

create function refuse_removal() returns trigger language plpgsql as $$
declare
  wiped text := coalesce(current_setting('tillback.wipe', true), '');
begin
  perform 1 from gone g left join tenants t on t.tenant = g.tenant
    where g.tenant::text <> wiped or t.mode is distinct from 'TEST' limit 1;
  if found then raise exception '% is only ever added to: delete is refused', tg_table_name; end if;
  return null;
end $$;

create trigger transfers_stay before update or truncate on transfers execute function refuse_rewriting();
create trigger transfers_are_kept after delete on transfers referencing old table as gone execute function refuse_removal();
create trigger ledger_seals_stay before update or truncate on ledger_seals execute function refuse_rewriting();
create trigger ledger_seals_are_kept after delete on ledger_seals referencing old table as gone execute function refuse_removal();
create trigger ledger_seal_heads_stay before update or truncate on ledger_seal_heads execute function refuse_rewriting();
create trigger ledger_seal_heads_are_kept after delete on ledger_seal_heads referencing old table as gone execute function refuse_removal();
