-- Whoever wants to hear of events: by asking for those after the last one seen, or by being called.

-- The order in which events are told. Numbers are given after the commit, by whoever holds the tenant's row of event_feeds: none is
-- given twice, none is missing, and nothing is ever told before something that was told already.
alter table events
  add column seq bigint,
  -- of the thing that it happened to: a receiver that has seen 5 leaves 4 aside
  add column entity_seq bigint;
create index events_not_numbered on events (tenant, id) where seq is null;
create unique index events_in_order on events (tenant, seq) where seq is not null;
create index events_of_entity on events (tenant, entity_id, entity_seq);

create table event_feeds (
  tenant integer primary key references tenants,
  last bigint not null default 0
) with (fillfactor = 50);

create table webhook_endpoints (
  tenant integer not null references tenants,
  id uuid not null,
  url text not null,
  description text,
  -- empty: every type
  event_types text[] not null default '{}',
  state text not null check (state in ('ENABLED', 'DISABLED', 'PAUSED')),
  -- why it is not called, for people
  reason text,
  secret bytea not null,
  -- signs as well until then, so that a receiver may change over
  former_secret bytea,
  former_until timestamptz,
  -- since when every call has failed; null: the last one was taken
  failing_since timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id),
  check ((former_secret is null) = (former_until is null))
);

create table webhook_deliveries (
  tenant integer not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  seq bigint not null,
  state text not null check (state in ('PENDING', 'DELIVERED', 'FAILED', 'DROPPED')),
  -- what was sent, the same on every try; made at the first
  body text,
  attempts integer not null default 0,
  next_at timestamptz,
  -- whoever sends it now, and until when nobody else does
  lease_until timestamptz,
  status integer,
  error text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, endpoint_id, event_id),
  foreign key (tenant, endpoint_id) references webhook_endpoints (tenant, id),
  check ((state = 'PENDING') = (next_at is not null))
) with (fillfactor = 70);
create index webhook_deliveries_due on webhook_deliveries (next_at) where state = 'PENDING';
create index webhook_deliveries_of_endpoint on webhook_deliveries (tenant, endpoint_id, seq);
