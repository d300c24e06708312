create table commerce_pools (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  terms jsonb not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, code)
);

create table offers (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  state text not null check (state in ('DRAFT', 'ACTIVE', 'INACTIVE')),
  version integer not null,
  -- the configuration revision of the last change: processes read only what is newer than what they hold
  revision bigint not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, code)
);
create index offers_changed on offers (tenant, revision);

-- Versions are never changed: a purchase keeps pointing at the terms that judged it.
create table offer_versions (
  tenant integer not null,
  offer_id uuid not null,
  version integer not null,
  terms jsonb not null,
  created_at timestamptz not null,
  primary key (tenant, offer_id, version),
  foreign key (tenant, offer_id) references offers (tenant, id)
);

-- How much of a limit is used: of the whole budget (subject = the offer) or by one contact, in one period ('' = ever).
create table offer_counters (
  tenant integer not null,
  offer_id uuid not null,
  subject_id uuid not null,
  period text not null,
  amount bigint not null default 0,
  uses integer not null default 0,
  primary key (tenant, offer_id, subject_id, period)
) with (fillfactor = 70);

create table classifications (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  primary key (tenant, id),
  unique (tenant, code)
);

create table purchases (
  tenant integer not null references tenants,
  id uuid not null,
  reference_number text,
  merchant_id uuid not null,
  venue_id uuid,
  contact_id uuid,
  wallet_id uuid,
  classification_id uuid,
  state text not null check (state in ('POSTED', 'CANCELLED')),
  reduction_method text not null check (reduction_method in ('FRONT_END', 'BACK_END')),
  currency char(3) not null,
  net bigint,
  tax bigint,
  discount bigint,
  total bigint not null check (total >= 0),
  award bigint not null default 0,
  redeem bigint not null default 0,
  spend bigint not null default 0,
  date timestamptz not null,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  returned bigint not null default 0,
  returned_award bigint not null default 0,
  returned_spend bigint not null default 0,
  content_hash bytea not null,
  -- What was bought and what came of it, written once with the purchase and read as a whole.
  lines json not null,
  outcome json not null,
  explain json not null,
  -- what the till added for its own use: notes, tender, metadata
  details json,
  primary key (tenant, id),
  check (returned <= total and returned_award <= award and returned_spend <= spend)
) with (toast_tuple_target = 8160);
create unique index purchases_reference on purchases (tenant, reference_number, merchant_id)
  where reference_number is not null;
create index purchases_of_contact on purchases (tenant, contact_id, date) where contact_id is not null;
create index purchases_by_date on purchases (tenant, date);

create table returns (
  tenant integer not null,
  id uuid not null,
  reference_number text,
  merchant_id uuid not null,
  venue_id uuid,
  contact_id uuid,
  currency char(3) not null,
  -- value of the goods; the part that had been paid by spend; what the wallet was debited for awards taken back
  return_amount bigint not null,
  return_spent_amount bigint not null,
  amount bigint not null,
  unmatched bigint not null,
  parts json not null,
  content_hash bytea not null,
  date timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create unique index returns_reference on returns (tenant, merchant_id, reference_number)
  where reference_number is not null;

-- The part of a spend that is paid out to the contact when the till does not deduct it (back-end reduction).
create table payouts (
  tenant integer not null,
  id uuid not null,
  purchase_id uuid not null,
  wallet_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  state text not null check (state in ('PENDING', 'CANCELLED')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, purchase_id)
);
