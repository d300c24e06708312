-- MANUAL: entered; SYNC: sent in bulk; FEED: fetched from an address; PURCHASE: learnt from a till that sold it
alter table products drop constraint products_source_check;
update products set source = 'MANUAL' where source = 'MANAGED';
alter table products
  alter column source set default 'MANUAL',
  add constraint products_source_check check (source in ('MANUAL', 'SYNC', 'FEED', 'PURCHASE')),
  add column categories jsonb not null default '[]',
  add column classification text
    check (classification in ('TERMED_SERVICE', 'USAGE_SERVICE', 'ONE_TIME_SERVICE', 'TRACEABLE_PHYSICAL_GOOD',
                              'NON_TRACEABLE_PHYSICAL_GOOD', 'EXPENSES_SERVICE')),
  add column type_composition text
    check (type_composition in ('FLAT', 'FLEXIBLE_BUNDLE', 'FIXED_BUNDLE', 'COMPOSITE')),
  -- in ten-thousandths of a percent
  add column tax_rate integer check (tax_rate between 0 and 1000000),
  -- minor units
  add column price bigint check (price >= 0),
  add column price_currency char(3),
  add column tax_model text check (tax_model in ('TAX_INCLUSIVE', 'TAX_EXCLUSIVE')),
  add column active boolean not null default true,
  add check ((price is null) = (price_currency is null) and (price is null) = (tax_model is null));

alter table product_groups
  add column source text not null default 'MANUAL' check (source in ('MANUAL', 'SYNC', 'FEED', 'PURCHASE'));
