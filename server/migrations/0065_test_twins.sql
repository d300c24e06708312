-- The revision at which a TEST business was wiped: what a process holds of an earlier one is of nothing that is left.
alter table revisions add column emptied bigint not null default 0;

-- What the configuration of the TEST twin would change in LIVE mode, as it was reviewed. Of the LIVE tenant.
create table promotions (
  tenant integer not null references tenants,
  id uuid not null,
  state text not null check (state in ('PREPARED', 'APPLIED')),
  kinds text[] not null,
  digest bytea not null,
  changes json not null,
  problems json not null,
  created_at timestamptz not null,
  applied_at timestamptz,
  primary key (tenant, id),
  check ((state = 'APPLIED') = (applied_at is not null))
);
