-- Keys with which somebody signs in without a word or a code: the private half never leaves their device.
create table passkeys (
  tenant integer not null references tenants,
  id uuid not null,
  kind text not null check (kind in ('STAFF', 'CONTACT')),
  subject_id uuid not null,
  -- as it was when the key was made; the device keeps naming it
  user_handle uuid not null,
  -- as its owner calls it
  name text not null,
  credential_id bytea not null,
  public_key bytea not null,
  -- of the device: one that does not rise is of a copy
  counter bigint not null,
  transports text[] not null,
  is_backed_up boolean not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant, id)
);
create unique index passkeys_of_credential on passkeys (tenant, credential_id);
create index passkeys_of_subject on passkeys (tenant, kind, subject_id);

-- What a device has to sign, once and soon. Of a sign-in nobody knows yet whose it is.
create table passkey_challenges (
  tenant integer not null references tenants,
  hash bytea not null,
  kind text not null check (kind in ('STAFF', 'CONTACT')),
  subject_id uuid,
  expires_at timestamptz not null,
  primary key (tenant, hash)
);
create index passkey_challenges_over on passkey_challenges (tenant, expires_at);
