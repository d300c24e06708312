-- When an order came into each of the stages it stood in: [{"stage": id, "at": time}], the latest last.
alter table orders add column stage_times jsonb not null default '[]';
