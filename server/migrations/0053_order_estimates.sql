-- What an order was estimated on, so that it can be placed by the id of the estimate. Nothing was ordered yet.
create table order_estimates (
  tenant integer not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  -- what was asked for, without the pin of a pass
  content jsonb not null,
  -- once it was placed
  order_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant, id)
);
create index order_estimates_over on order_estimates (tenant, expires_at);
create index order_estimates_of_contact on order_estimates (tenant, contact_id);

-- An estimate that is made anew sets money aside anew: one block at a time.
drop index wallet_blocks_of_entity;
create unique index wallet_blocks_of_entity on wallet_blocks (tenant, entity_id) where state = 'BLOCKED';
create index wallet_blocks_by_entity on wallet_blocks (tenant, entity_id, id);
