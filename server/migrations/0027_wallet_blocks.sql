-- Money of a wallet that is set aside for an order: it has left what can be spent, and has not left the wallet.

alter table accounts
  drop constraint accounts_kind_check,
  add constraint accounts_kind_check check (kind in (
    'CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT', 'CONTACT_BLOCKED',
    'FUNDER', 'ACCEPTOR', 'PAYOUT_CLEARING', 'PAID_OUT', 'TOPUP_CLEARING', 'PASS_CLEARING', 'IN_TRANSIT', 'BREAKAGE',
    'ADJUSTMENT')),
  drop constraint contact_money_never_below_zero,
  add constraint contact_money_never_below_zero check (
    kind not in ('CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_BLOCKED') or balance >= 0);

-- The journal has the same id.
create table wallet_blocks (
  tenant integer not null references tenants,
  id uuid not null,
  wallet_id uuid not null,
  currency char(3) not null,
  amount bigint not null check (amount > 0),
  entity text not null check (entity in ('ORDER', 'ESTIMATE')),
  entity_id uuid not null,
  state text not null check (state in ('BLOCKED', 'TAKEN', 'RELEASED', 'EXPIRED')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant, id),
  check ((state = 'BLOCKED') = (ended_at is null))
) with (fillfactor = 80);
create index wallet_blocks_due on wallet_blocks (expires_at) where state = 'BLOCKED';
create unique index wallet_blocks_of_entity on wallet_blocks (tenant, entity_id);
create index wallet_blocks_of_wallet on wallet_blocks (tenant, wallet_id, id);
