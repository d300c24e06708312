-- Tills that go on selling without a line: each signs what it queues with a key of its own, counts it and names the entry before. What was
-- signed is kept nowhere; its hash tells whether the same comes again.
create table tills (
  tenant integer not null references tenants,
  id uuid not null,
  name text not null,
  -- the merchant or venue of the key that registered it; null: of the whole business
  within uuid,
  -- x and y of the point on P-256
  public_key bytea not null,
  -- the last entry that was taken, and its hash; before the first, 0 and the hash of the id
  counter bigint not null,
  head bytea not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, public_key)
);

create table till_entries (
  tenant integer not null,
  till_id uuid not null,
  counter bigint not null,
  hash bytea not null,
  -- null: not judged yet, or refused
  purchase_id uuid,
  -- the kind of the refusal
  refused text,
  created_at timestamptz not null,
  primary key (tenant, till_id, counter),
  foreign key (tenant, till_id) references tills (tenant, id)
);

-- Entries that did not fit their queue: somebody changed it, copied it or cut something out of it.
create table till_incidents (
  tenant integer not null,
  id uuid not null,
  till_id uuid not null,
  kind text not null check (kind in ('BAD_SIGNATURE', 'COUNTER_REUSED', 'GAP', 'FORK')),
  counter bigint not null,
  -- where the queue stood
  expected bigint not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, till_id) references tills (tenant, id)
);
create index till_incidents_of_till on till_incidents (tenant, till_id, id);
