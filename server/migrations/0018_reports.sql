-- Reports on the books at a past instant, and the way into a general ledger.

-- When the expiry of a lot was moved (money that a void brought back after it had expired): what the lot's expiry was before.
-- A report for an instant before the change uses that. Rows are only ever added.
create table lot_extensions (
  tenant integer not null,
  lot_id uuid not null,
  at timestamptz not null,
  expires_at_before timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant, lot_id, at, expires_at_before),
  check (expires_at > expires_at_before)
);

-- Which account of the general ledger stands for each account of the books; a business without a row has the product's own.
create table accounting_maps (
  tenant integer primary key references tenants,
  map jsonb not null,
  updated_at timestamptz not null
);

-- Transfers are written in the order of their time but for seconds, so that a range of blocks is a range of time: a report of
-- a period reads that period only, and an insert pays next to nothing for it.
create index transfers_at on transfers using brin (at) with (pages_per_range = 32, autosummarize = on);
