-- What happens to wallets besides purchases: expiry, top-ups, passes that hold money, transfers, corrections by hand, limits.

-- Rounds look for lots that are due; a lot without money left is not in it.
create index lots_expiring on lots (tenant, expires_at, id) where remaining > 0;

-- What of one wallet expired in one round; the journal has the same id.
create table expiries (
  tenant integer not null references tenants,
  id uuid not null,
  wallet_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  -- how many lots
  lots integer not null check (lots > 0),
  created_at timestamptz not null,
  primary key (tenant, id)
);
create index expiries_of_wallet on expiries (tenant, wallet_id, id);

create table topups (
  tenant integer not null references tenants,
  id uuid not null,
  -- 16 digits
  code text not null,
  wallet_id uuid not null,
  -- who took the money
  organisation_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  -- null: open money
  pool_id uuid,
  payment_method text not null,
  payment_method_id text,
  topup_date timestamptz not null,
  notes text,
  lot_id uuid not null,
  state text not null check (state in ('POSTED', 'CANCELLED')),
  reason text,
  created_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (tenant, id),
  unique (tenant, code),
  check ((state = 'CANCELLED') = (cancelled_at is not null))
);
create index topups_of_wallet on topups (tenant, wallet_id, id);

alter table passes
  -- what a GIFT or TOPUP pass puts into a wallet; null: who redeems it says how much
  add column value bigint check (value > 0),
  -- since the last time that it was put into use
  add column wrong_pins smallint not null default 0;

-- A pass that holds money is redeemed once. The journal has the same id.
create table pass_redemptions (
  tenant integer not null references tenants,
  id uuid not null,
  pass_id uuid not null,
  wallet_id uuid not null,
  -- who took the money for the pass
  organisation_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  pool_id uuid,
  date timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, pass_id),
  foreign key (tenant, pass_id) references passes (tenant, id)
);
create index pass_redemptions_of_wallet on pass_redemptions (tenant, wallet_id, id);

create table wallet_transfers (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  origin_id uuid not null,
  destination_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  -- null: open money
  pool_id uuid,
  transfer_date timestamptz not null,
  notes text,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, code),
  check (origin_id <> destination_id)
);
create index wallet_transfers_of_origin on wallet_transfers (tenant, origin_id, id);
create index wallet_transfers_of_destination on wallet_transfers (tenant, destination_id, id);

create table adjustments (
  tenant integer not null references tenants,
  id uuid not null,
  reference_number text,
  wallet_id uuid not null,
  type text not null check (type in ('CREDIT', 'DEBIT', 'DEBT_RELIEF')),
  state text not null check (state in ('PENDING_APPROVAL', 'POSTED', 'REJECTED')),
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  -- a credit goes into it, a debit comes out of it; null: open money, or any
  pool_id uuid,
  -- of a credit
  expires_at timestamptz,
  reason text not null,
  -- the key or the user that asked, and that decided
  asked_by_kind text not null check (asked_by_kind in ('key', 'user')),
  asked_by uuid not null,
  decided_by_kind text check (decided_by_kind in ('key', 'user')),
  decided_by uuid,
  decision_notes text,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (tenant, id),
  unique (tenant, reference_number),
  check ((state = 'PENDING_APPROVAL') = (decided_at is null))
);
create index adjustments_of_wallet on adjustments (tenant, wallet_id, id);

-- Rules of one wallet, or of the business for wallets without rules of their own.
create table wallet_limits (
  tenant integer not null references tenants,
  subject_id uuid not null,
  rules jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant, subject_id)
);

-- What limits count, by the local day; written under the wallet's lock.
create table wallet_uses (
  tenant integer not null,
  wallet_id uuid not null,
  day text not null,
  kind text not null check (kind in ('DEBIT', 'CREDIT', 'TOP_UP', 'TRANSFER')),
  number integer not null check (number >= 0),
  amount bigint not null check (amount >= 0),
  primary key (tenant, wallet_id, day, kind)
) with (fillfactor = 50);
