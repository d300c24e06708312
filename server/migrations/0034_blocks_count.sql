-- Money that is set aside counts against limits of its wallet on the day on which it is; what was set aside before this did not.
alter table wallet_blocks add column is_counted boolean not null default false;
