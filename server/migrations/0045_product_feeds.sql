-- Addresses from which products are fetched by a schedule.
create table product_feeds (
  tenant integer not null references tenants,
  id uuid not null,
  name text not null,
  url text not null,
  format text not null check (format in ('JSON', 'CSV')),
  -- how a CSV is read
  csv json,
  -- five fields of cron, as the clock of the zone shows them
  schedule text not null,
  time_zone text not null,
  -- sent with the request; its value is sealed
  header_name text,
  secrets bytea,
  state text not null check (state in ('ENABLED', 'DISABLED', 'DELETED')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- when it is fetched next; null: only when asked to
  next_at timestamptz,
  -- somebody wants it now, whether or not it changed
  asked boolean not null default false,
  -- the run that is under way
  lease uuid,
  lease_until timestamptz,
  -- of the file that was taken last
  etag text,
  last_modified text,
  digest bytea,
  -- runs since the last that went well
  failures integer not null default 0,
  -- the last run that ended
  started_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('SYNCHRONISED', 'UNCHANGED', 'FAILED')),
  error text,
  -- the last synchronisation that it began
  sync_id uuid,
  primary key (tenant, id),
  check ((lease is null) = (lease_until is null)),
  check ((header_name is null) = (secrets is null))
);
create index product_feeds_due on product_feeds (next_at) where next_at is not null;
