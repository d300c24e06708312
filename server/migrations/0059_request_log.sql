-- What keys asked and what they were answered, for whoever writes an integration: names of the API, never what was sent under them.
create table request_log (
  tenant integer not null references tenants,
  -- the request id, which grows with time
  id uuid not null,
  at timestamptz not null,
  by_kind text not null check (by_kind in ('KEY', 'USER', 'CONTACT')),
  key_id uuid,
  operation text not null,
  method text not null,
  path text not null,
  status smallint not null,
  milliseconds integer not null,
  replayed boolean not null,
  error text,
  -- of the fields that were refused: where and why, as [{"path", "code"}]
  fields jsonb not null,
  -- names of the API that the request had, as ["contact.phone", "products[].sku"]
  sent jsonb not null,
  primary key (tenant, id)
);
create index request_log_refused on request_log (tenant, id) where status >= 400;
create index request_log_of on request_log (tenant, operation, id);

-- Every request counted, also those of which no row is kept.
create table request_hours (
  tenant integer not null references tenants,
  hour timestamptz not null,
  operation text not null,
  requests integer not null,
  refused integer not null,
  milliseconds bigint not null,
  primary key (tenant, hour, operation)
);
