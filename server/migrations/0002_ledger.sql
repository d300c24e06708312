-- The books. A transfer moves a positive amount from one account to another, so an unbalanced posting cannot be written.

create table accounts (
  tenant integer not null,
  id uuid not null,
  kind text not null check (kind in (
    'CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT',
    'FUNDER', 'ACCEPTOR', 'PAYOUT_CLEARING', 'TOPUP_CLEARING', 'BREAKAGE', 'ADJUSTMENT')),
  -- the wallet, or the organisation whose account it is
  owner_id uuid not null,
  currency char(3) not null,
  -- busy accounts of organisations are striped over lanes, so that groups of purchases never wait for each other
  lane smallint not null default 0,
  balance bigint not null default 0,
  seq bigint not null default 0,
  primary key (tenant, id),
  constraint contact_money_never_below_zero check (kind not in ('CONTACT_OPEN', 'CONTACT_COMMERCE') or balance >= 0),
  constraint debt_is_what_the_contact_owes check (kind <> 'CONTACT_DEBT' or balance <= 0)
) with (fillfactor = 70);

create table transfers (
  tenant integer not null,
  -- the purchase, return, expiry … whose journal this line belongs to; corrections are further lines of the same journal
  journal_id uuid not null,
  line smallint not null,
  kind text not null,
  amount bigint not null check (amount > 0),
  currency char(3) not null,
  from_account uuid not null,
  from_seq bigint not null,
  from_balance bigint not null,
  to_account uuid not null,
  to_seq bigint not null,
  to_balance bigint not null,
  lot_id uuid,
  -- the line of the same journal that this line takes back, in whole or in part
  reverses smallint,
  at timestamptz not null,
  primary key (tenant, journal_id, line),
  check (from_account <> to_account)
);
-- Every account's entries are numbered without a gap, each with the balance after it: a lost update or a fork cannot hide.
create unique index transfers_from on transfers (tenant, from_account, from_seq);
create unique index transfers_to on transfers (tenant, to_account, to_seq);

-- One credit of a wallet with what is left of it. remaining is a cache of the transfers that name the lot.
create table lots (
  tenant integer not null,
  id uuid not null,
  wallet_id uuid not null,
  -- the commerce pool that says where it may be spent; null: open money
  pool_id uuid,
  amount bigint not null check (amount > 0),
  remaining bigint not null,
  currency char(3) not null,
  available_at timestamptz not null,
  expires_at timestamptz,
  funder_id uuid,
  offer_id uuid,
  offer_version integer,
  journal_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  check (remaining >= 0 and remaining <= amount)
) with (fillfactor = 80);
create index lots_left on lots (tenant, wallet_id, expires_at) where remaining > 0;
