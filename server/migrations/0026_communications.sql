-- What contacts are told, made from events after their commit. The inbox is these rows; what is sent on is more of them.
create table communications (
  tenant integer not null,
  id uuid not null,
  contact_id uuid not null,
  -- which text it is of
  kind text not null,
  -- the event it tells of, or an id that follows from what it reminds of: told once to each contact and way
  cause_id uuid not null,
  channel text not null check (channel in ('INAPP', 'EMAIL', 'DEVICE')),
  -- the e-mail address or the device; empty for the inbox
  target text not null default '',
  state text not null check (state in ('PENDING', 'COMPLETED', 'REJECTED')),
  language text not null,
  sender text not null,
  subject text not null,
  content text not null,
  viewed_at timestamptz,
  archived_at timestamptz,
  attempts integer not null default 0,
  next_at timestamptz,
  -- whoever sends it now, and until when nobody else does
  lease_until timestamptz,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant, id),
  unique (tenant, cause_id, contact_id, channel, target),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  check ((state = 'PENDING') = (next_at is not null))
) with (fillfactor = 85);
create index communications_of_contact on communications (tenant, contact_id, id);
create index communications_due on communications (next_at) where state = 'PENDING';

-- Up to which event of a tenant contacts are told.
create table notification_feeds (
  tenant integer primary key references tenants,
  seq bigint not null
) with (fillfactor = 50);
-- What happened before there were notifications is told to nobody now.
insert into notification_feeds (tenant, seq) select tenant, last from event_feeds;
