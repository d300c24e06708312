-- How a business tells its contacts: texts of its own, who sends its e-mail, when nothing is sent.
create table notification_settings (
  tenant integer primary key references tenants,
  -- of contacts whose language there is no text in
  language text not null,
  -- minutes of the business's day between which nothing is sent
  quiet_from smallint,
  quiet_until smallint,
  -- so many days before money expires its owner is told
  reminder_days smallint not null,
  -- ways besides the inbox that are switched off, such as AWARD:EMAIL
  off text[] not null default '{}',
  -- server and sender of e-mail, without the password
  email json,
  email_secret bytea,
  updated_at timestamptz not null,
  check ((quiet_from is null) = (quiet_until is null)),
  check (email is not null or email_secret is null)
);

create table communication_templates (
  tenant integer not null references tenants,
  kind text not null,
  language text not null,
  subject text not null,
  content text not null,
  updated_at timestamptz not null,
  primary key (tenant, kind, language)
);

-- What a contact wants of all this.
create table communication_preferences (
  tenant integer not null,
  contact_id uuid not null,
  email_opt_out boolean not null,
  device_opt_out boolean not null,
  quiet_from smallint,
  quiet_until smallint,
  time_zone text,
  updated_at timestamptz not null,
  primary key (tenant, contact_id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  check ((quiet_from is null) = (quiet_until is null))
);

-- Of money that expires until then, its owners have been reminded.
alter table notification_feeds add column reminded_until timestamptz;
