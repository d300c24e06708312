-- The history of a tenant as a replay reads it: some purchases after the other, packed in few bytes. What it is made from stays
-- where it is; a page is read only while its fingerprint is that of the purchases it was packed from, so nobody who changes a
-- purchase has to know of it.
create table packed_pages (
  tenant integer not null,
  -- the last of its purchases in the order of decisions; the first is the one after the last of the page before
  last_decided bigint not null,
  last_id uuid not null,
  -- how it is packed
  format integer not null,
  fingerprint text not null,
  page bytea not null,
  primary key (tenant, last_decided, last_id)
);
-- To compress it and to unpack it would take longer than to read it.
alter table packed_pages alter column page set storage external;

-- A fingerprint is made of the index alone.
drop index purchases_in_order;
create index purchases_in_order on purchases (tenant, decided, id) include (contact_id) where contact_id is not null;
