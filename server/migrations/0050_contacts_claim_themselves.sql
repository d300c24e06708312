-- A contact claims a receipt in their app as well, not only through somebody's key.
alter table claims drop constraint claims_asked_by_kind_check;
alter table claims add check (asked_by_kind in ('key', 'user', 'contact'));
alter table claims drop constraint claims_decided_by_kind_check;
alter table claims add check (decided_by_kind in ('key', 'user', 'contact'));
