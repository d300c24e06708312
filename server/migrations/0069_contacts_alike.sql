-- Contacts that may be one person: found by their names, in whichever order they were written. Birthdays come with them.
create index contacts_alike on contacts (tenant, least(first_last, last_first), birthday)
  where merged_into is null and erased_at is null and first_name is not null and last_name is not null;

-- What staff have looked at and found to be two people.
create table contacts_apart (
  tenant integer not null,
  one_id uuid not null,
  other_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant, one_id, other_id),
  check (one_id < other_id),
  foreign key (tenant, one_id) references contacts (tenant, id),
  foreign key (tenant, other_id) references contacts (tenant, id)
);
create index contacts_apart_other on contacts_apart (tenant, other_id);
