-- Contacts claim receipts: of purchases that the till sent without a contact, and of purchases that it never sent.

alter table purchases
  -- when a contact claimed it; null: the till knew who bought, or nobody is known
  add column claimed_at timestamptz,
  -- stored from a contact's receipt, before the till sent it
  add column self_submitted boolean not null default false;

create table claims (
  tenant integer not null references tenants,
  id uuid not null,
  contact_id uuid not null,
  merchant_id uuid not null,
  venue_id uuid,
  -- the number on the receipt; of a purchase without one, its code
  receipt text not null,
  -- who sent the purchase
  origin text not null check (origin in ('TILL', 'CONTACT')),
  state text not null check (state in ('CLAIMED', 'HELD', 'REFUSED')),
  purchase_id uuid,
  currency char(3) not null,
  -- minor units: what the contact says that was paid, and what the till says where that differs
  total bigint not null check (total >= 0),
  till_total bigint,
  -- the code as it was scanned or typed
  scanned text,
  -- why it waits, or was refused
  reason text,
  asked_by_kind text not null check (asked_by_kind in ('key', 'user')),
  asked_by uuid not null,
  decided_by_kind text check (decided_by_kind in ('key', 'user')),
  decided_by uuid,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (tenant, id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  check (state <> 'CLAIMED' or purchase_id is not null)
);
-- One claim a receipt, ever; one that was refused takes nobody's place.
create unique index claims_receipt on claims (tenant, merchant_id, receipt) where state <> 'REFUSED';
create index claims_of_contact on claims (tenant, contact_id, created_at);
create index claims_held on claims (tenant, id) where state = 'HELD';

-- Receipts that do not exist or are not as they were said to be, by who asked for them: guessing ends here.
create table claim_tries (
  tenant integer not null references tenants,
  who text not null,
  wrong integer not null,
  since timestamptz not null,
  primary key (tenant, who)
);
