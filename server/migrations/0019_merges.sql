-- Two contacts that are one person: the one that is left keeps everything of both, the other leads to it.

alter table contacts
  add column merged_into uuid,
  add foreign key (tenant, merged_into) references contacts (tenant, id);
create index contacts_merged_into on contacts (tenant, merged_into) where merged_into is not null;

-- A wallet that was merged into another takes no more money.
alter table accounts add column closed boolean not null default false;

-- Whose it was before: what a purchase counted names that contact still.
alter table purchases add column merged_from uuid;
alter table identifiers add column merged_from uuid;

create table merges (
  tenant integer not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  merged_id uuid not null,
  currency char(3) not null,
  open bigint not null check (open >= 0),
  commerce bigint not null check (commerce >= 0),
  debt bigint not null check (debt >= 0),
  purchases integer not null,
  -- what else went over, by id
  moved jsonb not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, merged_id),
  check (contact_id <> merged_id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  foreign key (tenant, merged_id) references contacts (tenant, id)
);
