-- Since when nobody knows any more who the contact was. Its row stays for what the books name by its id.
alter table contacts add column erased_at timestamptz;
