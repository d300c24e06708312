-- What came back of a purchase, line by line; returns by their parts; voids and returns that came before their purchase.

alter table purchases
  -- [quantity, amount] of each line, and the amount of which no line is known; null: nothing came back
  add column came_back json;
update purchases set came_back = json_build_object('amount', returned) where returned > 0;

alter table returns
  -- the purchase whose goods came back; null: an ad hoc return
  add column purchase_id uuid,
  -- what was asked, to tell a repeated request from another one, and how it was answered
  add column content json,
  add column answer json;

create table return_parts (
  tenant integer not null,
  purchase_id uuid not null,
  return_id uuid not null,
  -- minor units: value of the goods, awards taken back (of which so much is now owed), spends given back
  goods bigint not null check (goods >= 0),
  award bigint not null check (award >= 0),
  debt bigint not null check (debt >= 0),
  spend bigint not null check (spend >= 0),
  -- each offer's part with its policy and reason
  explain json not null,
  primary key (tenant, purchase_id, return_id)
);
insert into return_parts (tenant, purchase_id, return_id, goods, award, debt, spend, explain)
select r.tenant, (p ->> 'purchase')::uuid, r.id, (p ->> 'amount')::bigint, (p ->> 'award')::bigint, 0, (p ->> 'spend')::bigint, '[]'
  from returns r cross join json_array_elements(r.parts) p;

create table early_undos (
  tenant integer not null references tenants,
  id uuid not null,
  kind text not null check (kind in ('VOID', 'RETURN')),
  -- the purchase's reference number or id, as the till named it
  name text not null,
  -- the merchant or venue to which the caller's key is bound; null: the whole business
  within uuid,
  content json not null,
  state text not null check (state in ('AWAITING_PURCHASE', 'APPLIED', 'REFUSED')),
  reason text,
  purchase_id uuid,
  created_at timestamptz not null,
  settled_at timestamptz,
  primary key (tenant, id),
  check ((state = 'AWAITING_PURCHASE') = (settled_at is null))
);
create index early_undos_waiting on early_undos (tenant, name) where state = 'AWAITING_PURCHASE';
