-- Passes that carry money: what was paid for one is owed until it is redeemed, voided or over.

alter table accounts
  drop constraint accounts_kind_check,
  add constraint accounts_kind_check check (kind in (
    'CONTACT_OPEN', 'CONTACT_COMMERCE', 'CONTACT_DEBT',
    'FUNDER', 'ACCEPTOR', 'PAYOUT_CLEARING', 'PAID_OUT', 'TOPUP_CLEARING', 'PASS_CLEARING', 'IN_TRANSIT', 'BREAKAGE',
    'ADJUSTMENT')),
  add constraint paid_passes_never_below_zero check (kind <> 'PASS_CLEARING' or balance >= 0);

-- Set of every pass with a value, of no other. Its journal has the id of the pass.
alter table passes
  drop constraint passes_state_check,
  add constraint passes_state_check check (state in ('ACTIVE', 'INACTIVE', 'REDEEMED', 'CANCELLED', 'EXPIRED')),
  -- who sold it or gives it
  add column organisation_id uuid,
  -- GRANT: nobody paid, nothing is owed before it is redeemed
  add column payment_method text,
  add column payment_method_id text,
  -- where its money goes; null: open money
  add column pool_id uuid,
  -- for whom and from whom, as the seller says
  add column gift jsonb,
  -- when it was redeemed, voided, or posted as over
  add column ended_at timestamptz,
  add constraint passes_money_check check ((value is null) = (payment_method is null) and (value is null) = (organisation_id is null)),
  add constraint passes_end_check check ((state in ('REDEEMED', 'CANCELLED', 'EXPIRED')) = (ended_at is not null));

-- Rounds look for passes with money that are over.
create index passes_expiring on passes (tenant, valid_to, id) where value is not null and state in ('ACTIVE', 'INACTIVE');

alter table pass_redemptions
  -- as it was sent with it
  add column custom_fields jsonb;
