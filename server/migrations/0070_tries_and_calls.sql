-- Each try to send a delivery, for whoever mends a receiver: what was answered, how soon. What was asked is the delivery's body.
create table webhook_tries (
  tenant integer not null,
  delivery_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  at timestamptz not null,
  url text not null,
  -- of the machine, as it was signed: receivers look at it
  signed_at timestamptz not null,
  milliseconds integer not null check (milliseconds >= 0),
  is_taken boolean not null,
  status integer,
  error text,
  -- of the answer those that say why: [["retry-after", "120"]]
  headers jsonb,
  -- the beginning of the answer
  answer text,
  is_whole boolean not null,
  primary key (tenant, delivery_id, id),
  foreign key (tenant, delivery_id) references webhook_deliveries (tenant, id) on delete cascade
);
create index webhook_tries_of_endpoint on webhook_tries (tenant, endpoint_id, at) include (is_taken, milliseconds);

-- What each key asked, counted, also requests of which no row is kept.
create table key_hours (
  tenant integer not null references tenants,
  key_id uuid not null,
  hour timestamptz not null,
  requests integer not null,
  refused integer not null,
  primary key (tenant, hour, key_id)
);

create index payouts_by_time on payouts (tenant, created_at);
