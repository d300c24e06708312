import type { Kysely } from 'kysely'
import { runnerOfTransaction, statement, type Tables, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { parseGuid } from '../kit/id.ts'
import type { Logo } from './logo.ts'

export interface Accent {
  readonly light: string
  readonly dark: string
}

export interface Branding {
  readonly displayName: string | undefined
  readonly accent: Accent | undefined
  readonly logo: Omit<Logo, 'bytes'> | undefined
}

const PLAIN: Branding = { displayName: undefined, accent: undefined, logo: undefined }

/** Without the picture itself. */
export async function readBranding(db: Kysely<Tables>, tenant: Tenant): Promise<Branding> {
  const row = await db
    .selectFrom('branding')
    .select(['display_name', 'accent_light', 'accent_dark', 'logo_hash', 'logo_type'])
    .select(['logo_width', 'logo_height'])
    .where('tenant', '=', tenant)
    .executeTakeFirst()
  if (!row) return PLAIN
  const { display_name, accent_light: light, accent_dark: dark } = row
  const { logo_hash: hash, logo_type: type, logo_width: width, logo_height: height } = row
  return {
    displayName: display_name ?? undefined,
    accent: light === null || dark === null ? undefined : { light, dark },
    logo:
      hash === null || type === null || width === null || height === null
        ? undefined
        : { hash, type, width, height },
  }
}

/** What is to be otherwise; undefined stays, so that two who change different things undo nothing of each other. */
export interface BrandingChanges {
  readonly displayName: string | null | undefined
  readonly accent: Accent | null | undefined
  readonly logo: Logo | null | undefined
}

export async function saveBranding({ db, actor, at }: Work, changes: BrandingChanges): Promise<void> {
  const { displayName, accent, logo } = changes
  const values = {
    ...(displayName !== undefined && { display_name: displayName }),
    ...(accent !== undefined && { accent_light: accent?.light ?? null, accent_dark: accent?.dark ?? null }),
    ...(logo !== undefined && {
      logo: logo?.bytes ?? null,
      logo_hash: logo?.hash ?? null,
      logo_type: logo?.type ?? null,
      logo_width: logo?.width ?? null,
      logo_height: logo?.height ?? null,
    }),
    updated_at: at,
  }
  await db
    .insertInto('branding')
    .values({ tenant: actor.tenant, ...values })
    .onConflict((on) => on.column('tenant').doUpdateSet(values))
    .execute()
}

const OWNER = statement(
  'organisations_brand_owner',
  'select tenant from tenants where business_id = $1::uuid and mode = $2::text',
)

/** Whose public files are asked for: their address names the business, before anybody is known. Undefined: nobody's. */
export async function tenantOfBusiness(
  db: Kysely<Tables>,
  { business, mode }: { readonly business: string; readonly mode: Mode },
): Promise<Tenant | undefined> {
  const guid = parseGuid(business)
  if (guid === undefined) return undefined
  const [row] = await runnerOfTransaction(db).run<{ readonly tenant: Tenant }>(OWNER, [guid, mode])
  return row?.tenant
}

export async function logoOf(
  db: Kysely<Tables>,
  tenant: Tenant,
  hash: string,
): Promise<Pick<Logo, 'bytes' | 'type'> | undefined> {
  const row = await db
    .selectFrom('branding')
    .select(['logo', 'logo_type'])
    .where('tenant', '=', tenant)
    .where('logo_hash', '=', hash)
    .executeTakeFirst()
  return row?.logo && row.logo_type ? { bytes: row.logo, type: row.logo_type } : undefined
}
