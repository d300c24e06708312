-- A session that is over at a time of its own, however much it is used: such as one in which TEST data is looked at as a contact sees it.
alter table sessions add column ends_at timestamptz;
