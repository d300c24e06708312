-- A product that tills taught and that turned out to be another: its SKU leads there from then on. Its row stays for what is past.
alter table products
  add column merged_into uuid,
  add foreign key (tenant, merged_into) references products (tenant, id),
  add check (merged_into is null or (source = 'PURCHASE' and merged_into <> id));
create index products_merged on products (tenant, merged_into) where merged_into is not null;
