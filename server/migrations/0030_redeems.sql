-- Commerce money that became open money because a purchase met the conditions of its pool: which open lot came of which commerce lot.

create table redeems (
  tenant integer not null references tenants,
  -- the open lot that it made, and the commerce lot that it came of
  lot_id uuid not null,
  from_lot_id uuid not null,
  purchase_id uuid not null,
  amount bigint not null check (amount > 0),
  -- what is commerce money again: the purchase came back, or the award that had made the commerce lot was taken back
  undone bigint not null default 0,
  primary key (tenant, lot_id),
  check (undone between 0 and amount)
);
create index redeems_of_purchase on redeems (tenant, purchase_id);
create index redeems_of_lot on redeems (tenant, from_lot_id);

alter table return_parts
  add column redeem bigint not null default 0 check (redeem >= 0);
