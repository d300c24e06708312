-- Spending at the till: one-time codes and the tries at them, what contacts prefer, pools that they switched on, redeemed money.

create table spend_tokens (
  tenant integer not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  -- keyed hashes of the 6 digits and of the 16 digits: the codes themselves are kept nowhere
  code_hash bytea not null,
  alternative_hash bytea not null,
  currency char(3) not null,
  -- minor units; null: as much as possible
  amount bigint check (amount > 0),
  state text not null check (state in ('LIVE', 'USED', 'REPLACED', 'EXPIRED')),
  -- wrong tries at this contact's code where the till named the contact
  wrong_tries smallint not null default 0,
  -- wrong tries of the whole business when it was made: five more and its 6 digits are dead
  wrong_before bigint not null,
  -- since when its 6 digits are refused; the 16 digits stay
  dead_at timestamptz,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  purchase_id uuid,
  primary key (tenant, id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  check ((state = 'USED') = (purchase_id is not null))
);
-- No two live codes of a business are the same, and a contact has one.
create unique index spend_tokens_live_code on spend_tokens (tenant, code_hash) where state = 'LIVE';
create unique index spend_tokens_live_contact on spend_tokens (tenant, contact_id) where state = 'LIVE';
-- A code that is over is still told apart from one that never was.
create index spend_tokens_code on spend_tokens (tenant, code_hash, id);
create unique index spend_tokens_alternative on spend_tokens (tenant, alternative_hash);

-- How many wrong codes a business was ever sent; its row is the lock under which codes are judged.
create table wrong_codes (
  tenant integer primary key references tenants,
  tries bigint not null default 0
) with (fillfactor = 50);

-- The same by till (who called, for which merchant or venue), since the first of the present run.
create table wrong_codes_of_tills (
  tenant integer not null references tenants,
  till uuid not null,
  tries smallint not null,
  since timestamptz not null,
  primary key (tenant, till)
);

-- When a contact's money is spent without being asked for. Rows are never deleted: that a business has one is remembered for good.
create table spend_preferences (
  tenant integer not null references tenants,
  contact_id uuid not null,
  -- null: as the business has it
  automatic boolean,
  -- off again after the next purchase that it pays of
  next_purchase_only boolean not null,
  minimum_wallet_balance bigint check (minimum_wallet_balance >= 0),
  from_purchase_amount bigint check (from_purchase_amount >= 0),
  maximum_spend_amount bigint check (maximum_spend_amount > 0),
  -- empty: at every merchant that allows it
  merchants uuid[] not null,
  updated_at timestamptz not null,
  primary key (tenant, contact_id),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);

-- Pools whose money is spendable only once the contact has switched it on.
create table pool_activations (
  tenant integer not null references tenants,
  wallet_id uuid not null,
  pool_id uuid not null,
  activated_at timestamptz not null,
  primary key (tenant, wallet_id, pool_id)
);

-- Commerce money that a purchase turned into open money, less what came back with goods.
alter table purchases
  add column returned_redeem bigint not null default 0,
  add constraint purchases_returned_redeem_check check (returned_redeem between 0 and redeem);
