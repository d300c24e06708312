-- What is known of a contact besides its names and identifiers, and the schemes that it belongs to.

alter table contacts
  add column birthday date,
  -- MM-DD: the same day every year
  add column name_day text check (name_day ~ '^\d\d-\d\d$'),
  add column segments text[] not null default '{}',
  add column referral_code text,
  add column referred_by uuid,
  add foreign key (tenant, referred_by) references contacts (tenant, id);

-- Codes for the contacts that exist, as the application makes them: eight characters that are not mistaken for each other. Each is its
-- contact's number multiplied by an odd number, in 40 bits: no two are the same, and what comes after one cannot be guessed.
with key as materialized (
  select 2 * floor(random() * 2 ^ 39)::numeric + 1 as factor, floor(random() * 2 ^ 40)::numeric as start
), numbered as (
  select c.tenant, c.id, row_number() over (partition by c.tenant order by c.id) as number from contacts c
), bits as (
  select n.tenant, n.id, mod(n.number * k.factor + k.start, 1099511627776)::bigint as value from numbered n, key k
)
update contacts c
   set referral_code = (
         select string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + ((b.value >> (5 * place)) & 31)::int, 1), '' order by place)
           from generate_series(0, 7) as place)
  from bits b
 where c.tenant = b.tenant and c.id = b.id;

alter table contacts
  alter column referral_code set not null,
  add unique (tenant, referral_code);
create index contacts_referred_by on contacts (tenant, referred_by) where referred_by is not null;
-- Without the tenant, which an index of this kind does not take: segments are few, and the tenant is checked on what it finds.
create index contacts_segments on contacts using gin (segments);

-- A card's number may be its owner's code too: one contact may have a value under several kinds.
alter table identifiers drop constraint identifiers_pkey, add primary key (tenant, value, kind);

create table schemes (
  tenant integer not null references tenants,
  id uuid not null,
  code text not null,
  name text not null,
  description text,
  sign_up_option text not null check (sign_up_option in ('AUTO_SIGN_UP', 'SELF_SIGN_UP', 'CLOSE_LOOP_SIGN_UP')),
  sign_up_method text check (sign_up_method in ('EMAIL_DOMAIN', 'CODE')),
  email_domains text[] not null default '{}',
  state text not null default 'ACTIVE' check (state in ('ACTIVE', 'INACTIVE')),
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant, id),
  check ((sign_up_option = 'CLOSE_LOOP_SIGN_UP') = (sign_up_method is not null)),
  check (coalesce(sign_up_method = 'EMAIL_DOMAIN', false) = (cardinality(email_domains) > 0))
);
create unique index schemes_code on schemes (tenant, code) where deleted_at is null;

-- Who signed up or out, and when last. The contact first: a purchase asks for all schemes of its contact.
create table scheme_members (
  tenant integer not null,
  contact_id uuid not null,
  scheme_id uuid not null,
  state text not null check (state in ('IN', 'OUT')),
  since timestamptz not null,
  primary key (tenant, contact_id, scheme_id),
  foreign key (tenant, contact_id) references contacts (tenant, id),
  foreign key (tenant, scheme_id) references schemes (tenant, id)
);
create index scheme_members_of_scheme on scheme_members (tenant, scheme_id, state);

-- Each lets one contact into its scheme.
create table scheme_codes (
  tenant integer not null,
  scheme_id uuid not null,
  code text not null,
  created_at timestamptz not null,
  used_by uuid,
  used_at timestamptz,
  primary key (tenant, scheme_id, code),
  foreign key (tenant, scheme_id) references schemes (tenant, id),
  foreign key (tenant, used_by) references contacts (tenant, id),
  check ((used_by is null) = (used_at is null))
);
create index scheme_codes_by_creation on scheme_codes (tenant, scheme_id, created_at, code);
create index scheme_codes_used_by on scheme_codes (tenant, used_by) where used_by is not null;
