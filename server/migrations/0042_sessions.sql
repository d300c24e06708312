-- Who is signed in, staff and contacts alike. A session is one family of refresh tokens: each is used once, for the next.
create table sessions (
  tenant integer not null references tenants,
  id uuid not null,
  kind text not null check (kind in ('STAFF', 'CONTACT')),
  subject_id uuid not null,
  -- as who signed in called it, such as a browser's name of itself
  device text,
  generation integer not null default 0,
  -- of the newest refresh token: the token itself is kept nowhere
  token_hash bytea not null,
  rotated_at timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('SIGNED_OUT', 'REVOKED', 'REUSED')),
  primary key (tenant, id),
  check ((ended_at is null) = (end_reason is null))
);
create index sessions_of_subject on sessions (tenant, kind, subject_id);
