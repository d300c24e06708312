-- Ways besides the inbox by which a contact is not told of a kind, such as AWARD:EMAIL.
alter table communication_preferences add column off text[] not null default '{}';
