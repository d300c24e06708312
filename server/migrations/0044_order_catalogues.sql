-- Order catalogues: what may be ordered where and when, in categories, in the order in which a shop shows it.
create table order_catalogues (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  -- what contacts read; null: the name
  display_name text,
  description text,
  state text not null check (state in ('ACTIVE', 'INACTIVE')),
  supply_methods text[] not null check (supply_methods <@ array['DELIVERY', 'PICK_UP', 'DIRECT_SALE']),
  -- by the wall clock of the place that is ordered from; empty: always
  time_availability jsonb not null,
  -- merchants with their venues, and venues; empty: all
  organisation_ids uuid[] not null,
  -- minor units
  minimum_amount bigint check (minimum_amount > 0),
  creatives jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id)
);
create unique index order_catalogues_code on order_catalogues (tenant, code) where deleted_at is null;

create table order_categories (
  tenant integer not null,
  id uuid not null,
  catalogue_id uuid not null,
  -- the category above it; null: at the top
  parent_id uuid,
  code text not null,
  name text not null,
  description text,
  -- the lowest is shown first
  priority integer not null,
  creatives jsonb not null,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, catalogue_id) references order_catalogues (tenant, id),
  foreign key (tenant, parent_id) references order_categories (tenant, id)
);
create unique index order_categories_code on order_categories (tenant, catalogue_id, code) where deleted_at is null;

create table order_category_products (
  tenant integer not null,
  category_id uuid not null,
  product_id uuid not null,
  priority integer not null,
  primary key (tenant, category_id, product_id),
  foreign key (tenant, category_id) references order_categories (tenant, id),
  foreign key (tenant, product_id) references products (tenant, id)
);
create index order_category_products_of_product on order_category_products (tenant, product_id);

-- Pictures of a product, the first is shown first.
alter table products add column creatives jsonb not null default '[]';
