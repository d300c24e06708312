-- Who sends a business's text messages: an address that takes them by HTTP. Headers, which hold its secrets, are sealed.
alter table notification_settings
  add column sms json,
  add column sms_secret bytea,
  add check (sms is not null or sms_secret is null);
