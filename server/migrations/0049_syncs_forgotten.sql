-- When the rows of a synchronisation that was given up were thrown away.
alter table product_syncs add column forgotten_at timestamptz;
create index product_syncs_open on product_syncs (created_at) where finished_at is null and forgotten_at is null;
