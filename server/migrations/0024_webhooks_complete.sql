-- Deliveries are looked for endpoint by endpoint: what waits for one that is paused or slow stands in nobody's way.
drop index webhook_deliveries_due;
create index webhook_deliveries_due on webhook_deliveries (tenant, endpoint_id, next_at, seq) where state = 'PENDING';
create index webhook_endpoints_called on webhook_endpoints (tenant, id) where state = 'ENABLED' and deleted_at is null;

-- Events are kept for 30 days; of each thing the newest stays, because it has the number that the next one follows.
alter table event_feeds add column forgotten bigint not null default 0;
