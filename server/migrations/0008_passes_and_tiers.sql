-- Pass plans and their passes, and the tiers that contacts reach by what they spend.

create table pass_plans (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  classification text not null check (classification in ('GIFT', 'TOPUP', 'PROMOTION')),
  state text not null check (state in ('ACTIVE', 'INACTIVE')),
  terms jsonb not null,
  created_at timestamptz not null,
  -- stays, so that a deletion can be repeated and history can tell the plan's name
  deleted_at timestamptz,
  primary key (tenant, id)
);
create unique index pass_plans_code on pass_plans (tenant, code) where deleted_at is null;

-- A pass keeps the validity that its plan had when it was made. How often it was used is counted with the purchases.
create table passes (
  tenant integer not null,
  id uuid not null,
  plan_id uuid not null,
  -- in capitals, as it is compared
  code text not null,
  -- a salt and the keyed hash of the pin: the pin itself is nowhere
  pin_hash bytea,
  -- the only contact that may use it; null: anybody
  contact_id uuid,
  state text not null check (state in ('ACTIVE', 'INACTIVE')),
  valid_from timestamptz not null,
  -- the first instant at which it is no longer valid; null: for ever
  valid_to timestamptz,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, code),
  foreign key (tenant, plan_id) references pass_plans (tenant, id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  check (valid_to > valid_from)
);
create index passes_of_plan on passes (tenant, plan_id, id);
create index passes_of_contact on passes (tenant, contact_id, id) where contact_id is not null;

-- One a business: how money becomes units, and the periods in which units are counted.
create table tier_programmes (
  tenant integer not null references tenants,
  -- units for one unit of the currency, in ten-thousandths
  units_per bigint not null check (units_per > 0),
  period text not null check (period in ('MONTH', 'QUARTER', 'YEAR', 'EVER')),
  created_at timestamptz not null,
  primary key (tenant)
);

create table tiers (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  description text,
  benefits text,
  -- reached with so many units or more
  value_units bigint not null check (value_units >= 0),
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id)
);
create unique index tiers_code on tiers (tenant, code) where deleted_at is null;
create unique index tiers_value_units on tiers (tenant, value_units) where deleted_at is null;
