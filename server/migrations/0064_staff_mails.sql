-- Staff who forgot their password choose another by what is mailed to them: half an hour, once, kept as a hash.
alter table users
  add column reset_hash bytea,
  add column reset_ends_at timestamptz,
  add check ((reset_hash is null) = (reset_ends_at is null));

-- What staff are mailed, until it is sent and for the record. In LIVE mode the secret goes when the mail does.
create table staff_mails (
  tenant integer not null,
  id uuid not null,
  user_id uuid not null,
  kind text not null check (kind in ('INVITATION', 'RESET')),
  -- sealed: what the mail is about
  secret bytea,
  attempts smallint not null default 0,
  created_at timestamptz not null,
  -- null: it is done
  next_at timestamptz,
  sent_at timestamptz,
  error text,
  primary key (tenant, id),
  foreign key (tenant, user_id) references users (tenant, id) on delete cascade
);
create index staff_mails_due on staff_mails (tenant, next_at) where next_at is not null;
create index staff_mails_of_user on staff_mails (tenant, user_id);
