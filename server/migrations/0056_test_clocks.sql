-- How far the time of a TEST business is ahead of the machine's, and since when somebody is moving it.
alter table tenants
  add column ahead interval not null default interval '0',
  add column moving_until timestamptz,
  add constraint only_test_time_is_moved check (ahead = interval '0' or (mode = 'TEST' and ahead > interval '0'));
create index tenants_ahead on tenants (tenant, ahead) where ahead > interval '0';
