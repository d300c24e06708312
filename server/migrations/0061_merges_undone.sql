-- A merge may be taken back: what it moved is kept by id, and one that was taken back may be made again.
alter table merges
  add column undone_at timestamptz,
  -- the journal that moved everything back
  add column undone_by uuid,
  add check ((undone_at is null) = (undone_by is null)),
  drop constraint merges_tenant_merged_id_key;
create unique index merges_standing on merges (tenant, merged_id) where undone_at is null;
create index merges_of_contact on merges (tenant, contact_id, created_at);

-- Whether it was the contact's main one before they were merged.
alter table identifiers add column was_primary boolean not null default false;
