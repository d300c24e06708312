-- What pgbench needs besides the product's own tables.

create schema bench;

-- A row for each client of pgbench: a merchant and a venue, and a lane of the funder's account that no other client moves.
create table bench.clients (
  client integer primary key,
  tenant integer not null,
  merchant_id uuid not null,
  venue_id uuid not null,
  funder_id uuid not null,
  funder_account uuid not null,
  pool_id uuid not null,
  offer_id uuid not null
);

-- The JSON columns and the hash of a purchase of middle length that Tillback wrote.
create table bench.sample (lines text not null, outcome text not null, explain text not null, content_hash bytea not null);

-- Ids ordered by time, as Tillback makes them, so that the indexes grow at their end for both. PostgreSQL 18 has uuidv7().
create function bench.new_id() returns uuid language sql volatile as $$
  select overlay(gen_random_uuid()::text placing substr(t.hex, 1, 8) || '-' || substr(t.hex, 9, 4) || '-7' from 1 for 15)::uuid
    from (select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') as hex) t
$$;

-- The hash of an entry as servers make it (server/src/ledger/chain.ts), so that the rows of pgbench prove themselves too.
create function bench.entry(
  p_tenant integer, p_journal uuid, p_award bigint, p_from uuid, p_from_seq bigint, p_from_balance bigint,
  p_to uuid, p_to_seq bigint, p_to_balance bigint, p_lot uuid, p_at timestamptz)
returns text language sql stable as $$
  select concat_ws('|', p_tenant, p_journal, 1, 'AWARD', p_award, 'EUR', p_from, p_from_seq, p_from_balance,
                   p_to, p_to_seq, p_to_balance, p_lot, '-', (extract(epoch from p_at) * 1000)::bigint)
$$;
create function bench.next_head(p_head bytea, p_entry text) returns bytea language sql immutable as $$
  select sha256(convert_to(encode(p_head, 'hex') || '|' || p_entry, 'UTF8'))
$$;
create function bench.at() returns timestamptz language sql stable as $$ select date_trunc('milliseconds', now()) $$;
