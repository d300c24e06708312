-- A second factor of staff: codes of an authenticator app (RFC 6238), and codes for when the app is lost.
alter table users
  -- sealed under a key of the installation
  add column totp_secret bytea,
  -- until then it is asked for at no sign-in
  add column totp_confirmed_at timestamptz,
  -- of the last code that was used: it and those before are used
  add column totp_step bigint,
  add check (totp_secret is not null or (totp_confirmed_at is null and totp_step is null));

create table recovery_codes (
  tenant integer not null,
  user_id uuid not null,
  -- keyed: the code itself is kept nowhere
  code_hash bytea not null,
  used_at timestamptz,
  primary key (tenant, user_id, code_hash),
  foreign key (tenant, user_id) references users (tenant, id) on delete cascade
);
