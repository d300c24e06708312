-- How often somebody tried to sign in, by the name that was said and by the address it came from. It is counted before a tenant is
-- known, as tenant 0, which no business has. Names and addresses are kept as hashes.
create table sign_in_tries (
  tenant integer not null,
  kind text not null check (kind in ('USER', 'ADDRESS')),
  subject bytea not null,
  tries integer not null,
  last_at timestamptz not null,
  -- before it no further try is looked at
  next_at timestamptz not null,
  primary key (tenant, kind, subject)
);
create index sign_in_tries_at on sign_in_tries (tenant, last_at);
