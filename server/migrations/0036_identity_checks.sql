-- One-time codes that prove that a contact has the e-mail address or phone they say.
create table identity_checks (
  tenant integer not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  -- keyed: the code itself is kept nowhere
  code_hash bytea not null,
  shown text not null,
  wrong_tries smallint not null default 0,
  state text not null check (state in ('LIVE', 'PASSED', 'REPLACED')),
  expires_at timestamptz not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);
create index identity_checks_of_contact on identity_checks (tenant, contact_id, created_at);

alter table communications drop constraint communications_channel_check;
alter table communications add check (channel in ('INAPP', 'EMAIL', 'DEVICE', 'SMS'));
