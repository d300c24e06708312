alter table offers
  drop constraint offers_state_check,
  add constraint offers_state_check check (state in ('DRAFT', 'ACTIVE', 'INACTIVE', 'ENDED'));

-- When a purchase was decided and when it was voided, in microseconds: taken while every counter that it read or moved was
-- locked, so that of two purchases that count on one counter the earlier one has the smaller number.
alter table purchases
  add column decided bigint not null default 0,
  add column undone bigint;
create index purchases_by_decision on purchases (tenant, decided);
create index purchases_undone on purchases (tenant, undone) where undone is not null;
alter table returns add column decided bigint not null default 0;
