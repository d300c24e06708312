-- Where contacts read push messages: subscriptions of their browsers (Web Push, RFC 8030).
create table devices (
  tenant integer not null,
  id uuid not null,
  contact_id uuid not null,
  platform text not null check (platform in ('MOBILE', 'BROWSER', 'OTHER')),
  -- the host that takes its messages
  service text not null,
  -- of the address; an address is one browser, whoever uses it
  address_hash bytea not null,
  -- address and keys, sealed: who holds them may write to the device
  subscription bytea not null,
  -- names that the app gave it
  labels json not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, address_hash),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);
create index devices_of_contact on devices (tenant, contact_id, created_at);
