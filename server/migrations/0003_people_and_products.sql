create table contacts (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  type text not null default 'PERSON' check (type in ('PERSON', 'COMPANY')),
  first_name text,
  last_name text,
  language char(2) not null default 'en',
  created_at timestamptz not null,
  primary key (tenant, id)
);

-- Everything a contact is recognised by at a till, unique in the business. The contact's code and wallet code stand here too,
-- so that one look-up finds a contact by any of them.
create table identifiers (
  tenant integer not null,
  value text not null,
  kind text not null check (kind in ('CODE', 'WALLET_CODE', 'PHONE', 'EMAIL', 'LOYALTY', 'CARD')),
  contact_id uuid not null,
  primary key (tenant, value),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);
create index identifiers_of_contact on identifiers (tenant, contact_id);

create table wallets (
  tenant integer not null,
  id uuid not null,
  contact_id uuid not null,
  code text not null,
  currency char(3) not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, contact_id),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);

create table product_groups (
  tenant integer not null references tenants,
  id uuid not null,
  kind text not null check (kind in ('FAMILY', 'BRAND', 'TYPE')),
  code text not null,
  name text not null,
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, kind, code)
);

create table products (
  tenant integer not null references tenants,
  id uuid not null,
  sku text not null,
  name text not null,
  description text,
  family_id uuid,
  brand_id uuid,
  type_id uuid,
  -- MANAGED: entered or synchronised; PURCHASE: learnt from a till that sold it
  source text not null default 'MANAGED' check (source in ('MANAGED', 'PURCHASE')),
  created_at timestamptz not null,
  primary key (tenant, id),
  unique (tenant, sku)
);
