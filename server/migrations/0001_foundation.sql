-- The ground that every domain stands on. The tenant (a business in one mode) is the first column of every key.

create table tenants (
  tenant integer primary key,
  business_id uuid not null,
  mode text not null check (mode in ('LIVE', 'TEST')),
  currency char(3) not null,
  created_at timestamptz not null,
  unique (business_id, mode)
);

-- A counter of changes to what processes keep in memory (organisations, offers, pools; products apart). Read with every
-- group of purchases, so no purchase is judged by an offer that was paused before it.
create table revisions (
  tenant integer primary key references tenants,
  configuration bigint not null default 0,
  products bigint not null default 0
) with (fillfactor = 50);

create table organisations (
  tenant integer not null references tenants,
  id uuid not null,
  type text not null check (type in ('BUSINESS', 'MERCHANT', 'VENUE')),
  parent_id uuid,
  code text not null,
  name text not null,
  time_zone text not null,
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'INACTIVE')),
  settings jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, code),
  foreign key (tenant, parent_id) references organisations (tenant, id),
  check ((type = 'BUSINESS') = (parent_id is null))
);

-- The references under which tills know a merchant or a venue. A venue's number is unique within its merchant.
create table taps (
  tenant integer not null,
  id uuid not null,
  organisation_id uuid not null,
  merchant_id uuid not null,
  kind text not null check (kind in ('MERCHANT', 'VENUE')),
  code text not null,
  name text not null,
  primary key (tenant, id),
  unique (tenant, kind, code, merchant_id),
  foreign key (tenant, organisation_id) references organisations (tenant, id)
);

create table api_keys (
  tenant integer not null references tenants,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('SECRET', 'PUBLISHABLE')),
  prefix text not null,
  last4 text not null,
  hash bytea not null,
  scopes text[] not null,
  organisation_id uuid,
  api_version text not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant, id)
);
-- The one look-up that begins without a tenant: the hash of a key leads to it.
create unique index api_keys_hash on api_keys (hash);

create table users (
  tenant integer not null references tenants,
  id uuid not null,
  username text not null,
  password_hash text not null,
  role text not null check (role in ('OWNER')),
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, username)
);
create index users_username on users (username);

create table idempotency_keys (
  tenant integer not null,
  key text not null,
  request_hash bytea not null,
  status smallint not null,
  reply text not null,
  created_at timestamptz not null,
  primary key (tenant, key)
);

-- What happened, in the transaction in which it happened: pointers only, no payload and no personal data.
create table events (
  tenant integer not null,
  id uuid not null,
  type text not null,
  entity_id uuid not null,
  at timestamptz not null,
  primary key (tenant, id)
);
