-- A replay reads the purchases of contacts in the order of their decisions, those of one moment by their id, page after page:
-- the index has exactly that order, so that no page is sorted and each begins where the last one ended.
create index purchases_in_order on purchases (tenant, decided, id) where contact_id is not null;
drop index purchases_by_decision;
