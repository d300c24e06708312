-- Movements that a purchase does not make: expiry, top-ups, corrections, transfers between wallets, payouts.

alter table accounts
  drop constraint accounts_kind_check,
  add constraint accounts_kind_check check (kind in (
    'CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT',
    'FUNDER', 'ACCEPTOR', 'PAYOUT_CLEARING', 'PAID_OUT', 'TOPUP_CLEARING', 'IN_TRANSIT', 'BREAKAGE', 'ADJUSTMENT'));

-- What of a lot was posted to breakage, less what a void took back from there: remaining and expired together never exceed it.
alter table lots
  add column expired bigint not null default 0,
  add constraint lots_expired_check check (expired >= 0 and remaining + expired <= amount);
