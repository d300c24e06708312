-- Tips, fees, gift cards and whatever else a business excludes earn nothing. A product earns when it and all its groups do.
alter table product_groups add column earns boolean not null default true;
alter table products add column earns boolean not null default true;
