-- Long-running work of a tenant that a client can watch. The row is all there is to know of it: whichever server holds the
-- lease runs it, and one that was killed leaves a lease that ends by itself.
create table processes (
  tenant integer not null references tenants,
  id uuid not null,
  kind text not null,
  state text not null check (state in ('PENDING', 'IN_PROGRESS', 'COMPLETED', 'FAILED', 'CANCELLED')),
  -- the merchant or venue to which whoever started it is bound: the run sees no more than that
  organisation_id uuid,
  input jsonb not null,
  done integer not null default 0 check (done >= 0),
  total integer check (total >= 0),
  -- from where a run goes on that another one left
  checkpoint jsonb,
  result jsonb,
  error text,
  -- runs that were begun since the checkpoint last moved
  attempts integer not null default 0,
  lease_holder uuid,
  lease_until timestamptz,
  created_at timestamptz not null,
  started_at timestamptz,
  heartbeat_at timestamptz,
  completed_at timestamptz,
  primary key (tenant, id),
  check ((state = 'COMPLETED') = (result is not null)),
  check ((state = 'FAILED') = (error is not null)),
  check ((lease_holder is null) = (lease_until is null))
) with (fillfactor = 70);

-- What is still to be done: few rows however many have ended, so that looking for work every second costs nothing.
create index processes_open on processes (tenant, created_at) where state in ('PENDING', 'IN_PROGRESS');
