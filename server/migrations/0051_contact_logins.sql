-- How a contact signs in besides with a code that is sent to them.
create table contact_logins (
  tenant integer not null references tenants,
  contact_id uuid not null,
  password_hash text,
  -- of who registers: what becomes of it shows when somebody proves that the address is theirs
  wanted_password_hash text,
  wanted_check uuid,
  wrong_tries smallint not null default 0,
  wrong_since timestamptz,
  primary key (tenant, contact_id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  check (wanted_check is not null or wanted_password_hash is null)
);
