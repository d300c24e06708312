-- Codes that wallets show for a minute, where the business wants them; a wallet's own code stays.
create table wallet_codes (
  tenant integer not null references tenants,
  -- keyed: the code itself is kept nowhere
  code_hash bytea not null,
  contact_id uuid not null,
  expires_at timestamptz not null,
  primary key (tenant, code_hash),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);
create index wallet_codes_of_contact on wallet_codes (tenant, contact_id, expires_at);
