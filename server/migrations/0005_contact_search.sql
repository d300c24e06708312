-- How contacts are shown and found, and organisations by their taps.

-- What a phone or an e-mail address shows besides its value: how it was written, its country and kind, whether it is the main one.
alter table identifiers add column details json;
create index identifiers_prefix on identifiers (tenant, value text_pattern_ops);

-- Names in lower case and without accents, with the first and with the last name in front. Folded by the application, because
-- what a database takes for the lower case of a Greek or Turkish letter depends on its locale.
alter table contacts
  add column first_last text not null default '',
  add column last_first text not null default '';
create index contacts_first_last on contacts (tenant, first_last text_pattern_ops);
create index contacts_last_first on contacts (tenant, last_first text_pattern_ops);
create index contacts_by_creation on contacts (tenant, created_at, id);

create index taps_of_organisation on taps (tenant, organisation_id);
