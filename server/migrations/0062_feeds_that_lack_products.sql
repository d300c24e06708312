-- Products that a feed had before and has no more.
alter table product_feeds
  -- what becomes of them
  add column missing text not null default 'KEEP' check (missing in ('KEEP', 'DEACTIVATE')),
  -- of the last run that brought something: how many there were, and how many of them were made inactive
  add column lacked integer,
  add column deactivated integer;

-- Of feeds that make what is missing inactive.
create table product_feed_skus (
  tenant integer not null,
  feed_id uuid not null,
  -- what the file had
  had text[] not null,
  -- what was made inactive since, so that it is offered again once the file has it
  gone text[] not null,
  primary key (tenant, feed_id),
  foreign key (tenant, feed_id) references product_feeds (tenant, id)
);
