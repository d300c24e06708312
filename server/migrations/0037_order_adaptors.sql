-- Where orders are sent besides webhooks: printers of the kitchen, and systems that are called as they want to be.
create table order_adaptors (
  tenant integer not null,
  id uuid not null,
  name text not null,
  kind text not null check (kind in ('PRINTER', 'HTTP')),
  -- whose orders: of a merchant with its venues, or of one venue; null: of all
  organisation_id uuid,
  state text not null check (state in ('ENABLED', 'DISABLED')),
  event_types text[] not null,
  settings json not null,
  -- header values of an HTTP adaptor
  secrets bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id)
);

-- An order on its way to an adaptor.
create table order_provisionings (
  tenant integer not null,
  id uuid not null,
  adaptor_id uuid not null,
  order_id uuid not null,
  -- the event that it tells, or the request to send it again
  cause_id uuid not null,
  event_type text not null,
  state text not null check (state in ('PENDING', 'COMPLETED', 'FAILED')),
  attempts integer not null default 0,
  next_at timestamptz,
  lease_until timestamptz,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant, id),
  unique (tenant, adaptor_id, cause_id),
  foreign key (tenant, adaptor_id) references order_adaptors (tenant, id),
  foreign key (tenant, order_id) references orders (tenant, id)
);
create index order_provisionings_due on order_provisionings (next_at) where state = 'PENDING';
create index order_provisionings_of_order on order_provisionings (tenant, order_id, id);

create table provisioning_feeds (
  tenant integer not null primary key,
  -- the last event that orders were provisioned for
  seq bigint not null
);
