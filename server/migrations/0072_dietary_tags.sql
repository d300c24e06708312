-- What shoppers may want to know of what they order, as the shop says it.
create table dietary_tags (
  tenant integer not null,
  product_id uuid not null,
  tags text[] not null check (cardinality(tags) > 0),
  updated_at timestamptz not null,
  primary key (tenant, product_id),
  foreign key (tenant, product_id) references products (tenant, id)
);
