-- Staff beyond the first owner: with a role each, invited by a link, disabled without being forgotten.
alter table users drop constraint users_role_check;
alter table users
  alter column password_hash drop not null,
  add column name text,
  add column state text not null default 'ACTIVE' check (state in ('INVITED', 'ACTIVE', 'DISABLED')),
  -- chosen by somebody else, to be changed by whose it is
  add column password_is_initial boolean not null default false,
  add column signed_in_at timestamptz,
  -- of a link with which a password is chosen; the link itself is kept nowhere
  add column invitation_hash bytea,
  add column invitation_ends_at timestamptz,
  add check (role in ('OWNER', 'MANAGER', 'MARKETER', 'CLERK', 'DEVELOPER', 'AUDITOR')),
  add check (state <> 'ACTIVE' or password_hash is not null),
  add check ((invitation_hash is null) = (invitation_ends_at is null));
