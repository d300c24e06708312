-- What staff write down about a contact, for each other.
create table contact_notes (
  tenant integer not null,
  id uuid not null,
  contact_id uuid not null,
  text text not null,
  by_kind text not null check (by_kind in ('KEY', 'USER')),
  by_id uuid not null,
  -- as they were called then
  by_name text not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);
create index contact_notes_of_contact on contact_notes (tenant, contact_id, id);
