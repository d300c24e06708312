-- How a business looks to shoppers: nothing here, and it looks as the product does.
create table branding (
  tenant integer primary key references tenants,
  display_name text,
  -- #rrggbb, each measured against the grounds of its look
  accent_light text,
  accent_dark text,
  -- a PNG or WebP, and what it is
  logo bytea,
  logo_hash text,
  logo_type text check (logo_type in ('image/png', 'image/webp')),
  logo_width integer,
  logo_height integer,
  updated_at timestamptz not null,
  check ((accent_light is null) = (accent_dark is null)),
  check (num_nulls(logo, logo_hash, logo_type, logo_width, logo_height) in (0, 5)),
  check (octet_length(logo) <= 65536)
);
