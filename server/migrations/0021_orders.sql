-- Orders: placed by contacts, fulfilled by a merchant or venue, completed with the purchase that awards them, or cancelled with a reason.

-- The next number of a tenant; held for the moment in which an order is written.
create table order_numbers (
  tenant integer primary key references tenants,
  last bigint not null
) with (fillfactor = 50);

create table order_cancellation_reasons (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  description text,
  is_default boolean not null,
  state text not null check (state in ('ACTIVE', 'INACTIVE')),
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id)
);
create unique index order_cancellation_reasons_code on order_cancellation_reasons (tenant, code) where deleted_at is null;
create unique index order_cancellation_reasons_default on order_cancellation_reasons (tenant) where is_default and deleted_at is null;

-- The business's own names for steps; several may lie within one state.
create table order_stages (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  state text not null check (state in ('NEW', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'ON_HOLD')),
  colour text,
  priority integer not null,
  -- an order that comes into the state by an action stands in it
  is_default boolean not null,
  -- where new orders begin
  is_initial boolean not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id),
  check (not is_initial or state in ('NEW', 'ON_HOLD'))
);
create unique index order_stages_code on order_stages (tenant, code) where deleted_at is null;
create unique index order_stages_default on order_stages (tenant, state) where is_default and deleted_at is null;
create unique index order_stages_initial on order_stages (tenant) where is_initial and deleted_at is null;

create table orders (
  tenant integer not null references tenants,
  id uuid not null,
  number text not null,
  state text not null check (state in ('NEW', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'ON_HOLD')),
  stage_id uuid,
  contact_id uuid not null,
  merchant_id uuid not null,
  venue_id uuid,
  supply_method text not null check (supply_method in ('DELIVERY', 'PICK_UP', 'DIRECT_SALE')),
  delivery_method text check (delivery_method in ('DIRECT_DELIVERY', 'COURIER_SERVICE', 'PICKUP_POINT')),
  address jsonb,
  currency char(3) not null,
  items jsonb not null,
  -- minor units
  sub_total bigint not null check (sub_total >= 0),
  discount bigint not null check (discount >= 0),
  net bigint not null,
  tax bigint not null,
  total bigint not null check (total >= 0),
  -- what the contact asked the wallet to pay; null: nothing
  funds_asked bigint check (funds_asked > 0),
  -- as it was quoted; once completed, as it was posted
  rewards jsonb not null,
  payments jsonb not null,
  pass jsonb,
  notes text,
  custom_fields jsonb not null,
  is_favorite boolean not null default false,
  requested_at timestamptz,
  submitted_at timestamptz not null,
  started_at timestamptz,
  completed_at timestamptz,
  cancelled_at timestamptz,
  cancellation_reason_id uuid,
  -- posted in the transaction that completed it
  purchase_id uuid,
  content_hash bytea not null,
  primary key (tenant, id),
  unique (tenant, number),
  check (sub_total - discount = total and net + tax = total),
  check ((state = 'COMPLETED') = (completed_at is not null) and (state = 'COMPLETED') = (purchase_id is not null)),
  check ((state = 'CANCELLED') = (cancelled_at is not null) and (state = 'CANCELLED') = (cancellation_reason_id is not null))
) with (fillfactor = 80);
create unique index orders_purchase on orders (tenant, purchase_id) where purchase_id is not null;
-- Clients may give an order its id, so it does not say when an order came.
create index orders_in_time on orders (tenant, submitted_at, id);
create index orders_of_contact on orders (tenant, contact_id, submitted_at, id);
create index orders_by_state on orders (tenant, state, submitted_at, id);
create index orders_of_venue on orders (tenant, venue_id, submitted_at, id);
create index orders_of_merchant on orders (tenant, merchant_id, submitted_at, id);
create index orders_scheduled on orders (tenant, requested_at) where requested_at is not null;
