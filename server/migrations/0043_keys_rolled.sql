-- A key that is rolled names the one that takes its place; its own end is then expires_at. Where a key was used last is known to
-- the minute, and of keys that stand in apps not from where: those are the addresses of shoppers.
alter table api_keys
  add column rolled_to uuid,
  add column last_used_at timestamptz,
  add column last_used_from text,
  add foreign key (tenant, rolled_to) references api_keys (tenant, id);
