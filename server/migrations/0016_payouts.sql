-- How a contact is paid, who pays, and the way of every payout.

-- All that is kept of a person to pay them: erased here, it is gone. A full card number is never taken.
create table payment_methods (
  tenant integer not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  type text not null check (type in ('CARD', 'PAYPAL', 'ACCOUNT', 'WALLET')),
  name text,
  notes text,
  is_primary boolean not null,
  details jsonb not null,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create index payment_methods_of_contact on payment_methods (tenant, contact_id);
create unique index payment_methods_primary on payment_methods (tenant, contact_id) where is_primary;

create table payout_providers (
  tenant integer not null references tenants,
  id uuid not null,
  kind text not null check (kind in ('WALLET', 'SEPA', 'STRIPE', 'PAYPAL')),
  state text not null check (state in ('ACTIVE', 'INACTIVE')),
  settings jsonb not null,
  -- AES-256-GCM under a key of the installation; null: the provider has no secret
  secrets bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, kind)
);
-- A provider's message names its configuration only.
create unique index payout_providers_id on payout_providers (id);

create table payout_files (
  tenant integer not null references tenants,
  id uuid not null,
  state text not null check (state in ('MADE', 'SENT', 'CONFIRMED', 'CANCELLED')),
  message_id text not null,
  currency char(3) not null,
  payouts integer not null check (payouts > 0),
  total bigint not null check (total > 0),
  execution_date text not null check (execution_date ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'),
  -- the account that pays, as it was configured when the file was made
  debtor jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, message_id)
);

alter table payouts
  drop constraint payouts_state_check,
  add constraint payouts_state_check check (state in (
    'PENDING', 'SENDING', 'SENT', 'PAID', 'FAILED', 'UNKNOWN', 'RETURNED', 'CANCELLED', 'REVERSAL_REQUIRED', 'REVERSED')),
  alter column purchase_id drop not null,
  -- the first digits of the card that the purchase was paid with
  add column medium text,
  -- the method that the contact asked for; null: the rule decides
  add column wanted_method uuid,
  add column notes text,
  -- where the money is: waiting, with the provider, in the wallet, or back where it came from
  add column money text not null default 'CLEARING' check (money in ('CLEARING', 'PAID_OUT', 'WALLET', 'BACK')),
  -- its purchase was voided while nobody could say whether it was paid
  add column is_stopped boolean not null default false,
  add column attempt integer not null default 0,
  add column provider text,
  add column method_type text,
  add column reason text,
  -- when somebody looks at it next; null: nobody needs to
  add column next_at timestamptz;
update payouts set money = case state when 'PENDING' then 'CLEARING' else 'BACK' end,
                   next_at = case state when 'PENDING' then created_at end;
create index payouts_due on payouts (next_at) where next_at is not null;
create index payouts_by_state on payouts (tenant, state, id);
create index payouts_of_wallet on payouts (tenant, wallet_id, id);

-- Each try to pay: written before anybody is asked, under the reference that the provider knows it by.
create table payout_attempts (
  tenant integer not null,
  payout_id uuid not null,
  number integer not null,
  reference text not null,
  provider text not null,
  method_type text not null,
  -- null: the wallet, of which no method was registered
  method_id uuid,
  file_id uuid,
  state text not null check (state in ('ASKED', 'UNKNOWN', 'SENT', 'PAID', 'DECLINED', 'RETURNED', 'CANCELLED', 'REVERSED')),
  -- how often the provider was asked to pay under the reference
  asked integer not null,
  provider_reference text,
  reason text,
  asked_at timestamptz not null,
  first_asked_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant, payout_id, number),
  unique (tenant, reference)
);
create index payout_attempts_of_file on payout_attempts (tenant, file_id) where file_id is not null;
create index payout_attempts_of_method on payout_attempts (tenant, method_id) where method_id is not null;
