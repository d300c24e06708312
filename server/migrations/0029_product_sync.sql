-- Products and groups sent in bulk or fetched: the rows wait here, a few hundred in a part, and each part tells what came of its
-- rows in the transaction that applies them.
create table product_syncs (
  tenant integer not null references tenants,
  -- that of its process
  id uuid not null,
  source text not null check (source in ('SYNC', 'FEED')),
  received integer not null check (received >= 0),
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (tenant, id)
);

create table product_sync_parts (
  tenant integer not null,
  sync_id uuid not null,
  -- groups come before the products that name them
  part integer not null,
  list text not null check (list in ('families', 'brands', 'types', 'products')),
  -- place of the first row in its list
  first integer not null,
  count integer not null,
  -- JSON; null once all of the synchronisation is done
  rows text,
  done boolean not null default false,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  rejected integer not null default 0,
  rejections jsonb not null default '[]',
  primary key (tenant, sync_id, part),
  foreign key (tenant, sync_id) references product_syncs (tenant, id),
  check (not done or created + updated + unchanged + rejected = count)
);
-- Read once and soon thrown away: packing it would cost more than it saves.
alter table product_sync_parts alter column rows set storage external;
