-- digest of the row that told the product as it stands; null once anything else changed it
alter table products add column told text;

-- a group is looked for by its name as well
create index product_groups_name on product_groups (tenant, kind, name);
