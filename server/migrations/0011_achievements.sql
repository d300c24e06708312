-- What happened to contacts without a purchase: signing up, a complete profile, a friend who came, an achievement, a birthday or
-- name day. Each is judged once and kept with its reasons, whether or not an offer gave anything for it.

create table reward_events (
  tenant integer not null references tenants,
  id uuid not null,
  occasion text not null check (
    occasion in ('SIGN_UP', 'PROFILE', 'REFERRAL', 'ACHIEVEMENT', 'BIRTHDAY', 'NAME_DAY')),
  contact_id uuid not null,
  wallet_id uuid not null,
  -- tells the events of one occasion of a contact apart: the friend's id, the year of a celebration, the reporter's own number
  reference text not null,
  -- where it happened: a merchant or a venue of one, else the business itself
  merchant_id uuid not null,
  venue_id uuid,
  classification_id uuid,
  amount bigint check (amount > 0),
  currency char(3) not null,
  award bigint not null check (award >= 0),
  date timestamptz not null,
  created_at timestamptz not null,
  -- when it was judged, in microseconds, while every counter that it read or moved was locked
  decided bigint not null,
  outcome json not null,
  explain json not null,
  primary key (tenant, id),
  unique (tenant, occasion, contact_id, reference),
  foreign key (tenant, contact_id) references contacts (tenant, id)
);
create index reward_events_of_contact on reward_events (tenant, contact_id, id);
create index reward_events_of_occasion on reward_events (tenant, occasion, id);

-- Who celebrates on a day of the year, so that gifts are given without looking at everybody.
create index contacts_birthdays on contacts
  (tenant, ((extract(month from birthday) * 100 + extract(day from birthday))::integer), id)
  where birthday is not null;
create index contacts_name_days on contacts (tenant, name_day, id) where name_day is not null;

-- Which businesses have gifts to give: few rows however many offers there are.
create index offer_versions_of_gifts on offer_versions (tenant, offer_id, version) where terms ->> 'type' = 'GIFT';
