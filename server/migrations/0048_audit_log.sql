-- Who did what, written with the act. Each line carries a hash over the one before, so that a line that was changed is found.
create table audit_log (
  tenant integer not null references tenants,
  seq bigint not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('KEY', 'USER')),
  by_id uuid not null,
  -- as they were called then
  by_name text not null,
  operation text not null,
  target_id uuid,
  -- what was before and what after; null once it said something of a contact who was erased
  changes text,
  changes_hash bytea not null,
  address text not null,
  request_id text not null,
  previous bytea not null,
  hash bytea not null,
  primary key (tenant, seq)
);
create index audit_log_at on audit_log (tenant, at);
create index audit_log_by on audit_log (tenant, by_id, seq);
create index audit_log_of on audit_log (tenant, target_id, seq) where target_id is not null;

-- The last line of each tenant; whoever writes the next holds it.
create table audit_heads (
  tenant integer primary key references tenants,
  seq bigint not null,
  hash bytea not null
) with (fillfactor = 50);
