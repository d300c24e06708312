import { type Runner, statement, type Work } from '../db/index.ts'
import type { Mode, Tenant } from '../kit/actor.ts'
import { idOf, type OrganisationId, type PayoutProviderId, parseGuid } from '../kit/id.ts'
import { type ConfiguredProvider, type ProviderKind, providerSettings } from './provider-settings.ts'

interface Row {
  readonly tenant: Tenant
  readonly id: string
  readonly state: 'ACTIVE' | 'INACTIVE'
  readonly settings: object
  readonly secrets: Buffer | null
  readonly created_at: Date
  readonly updated_at: Date
}

function providerOfRow(row: Row): ConfiguredProvider {
  return {
    tenant: row.tenant,
    id: idOf<PayoutProviderId>(row.id),
    state: row.state,
    settings: providerSettings.parse(row.settings),
    sealed: row.secrets,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

export async function providersOf({ db, actor }: Work): Promise<readonly ConfiguredProvider[]> {
  const rows = await db
    .selectFrom('payout_providers')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .orderBy('id')
    .execute()
  return rows.map(providerOfRow)
}

/** By id or kind, held until the end of the work. */
export async function lockProvider(work: Work, name: string): Promise<ConfiguredProvider | undefined> {
  const id = parseGuid(name)
  const found = (await providersOf(work)).find((each) => each.id === id || each.settings.kind === name)
  if (!found) return undefined
  const row = await work.db
    .selectFrom('payout_providers')
    .selectAll()
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', found.id)
    .forUpdate()
    .executeTakeFirst()
  return row && providerOfRow(row)
}

export async function insertProvider({ db, actor }: Work, provider: ConfiguredProvider): Promise<void> {
  await db
    .insertInto('payout_providers')
    .values({
      tenant: actor.tenant,
      id: provider.id,
      kind: provider.settings.kind,
      state: provider.state,
      settings: JSON.stringify(provider.settings),
      secrets: provider.sealed,
      created_at: provider.createdAt,
      updated_at: provider.updatedAt,
    })
    .execute()
}

export async function saveProvider({ db, actor, at }: Work, provider: ConfiguredProvider): Promise<void> {
  await db
    .updateTable('payout_providers')
    .set({
      state: provider.state,
      settings: JSON.stringify(provider.settings),
      secrets: provider.sealed,
      updated_at: at,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', provider.id)
    .execute()
}

export async function deleteProvider({ db, actor }: Work, id: PayoutProviderId): Promise<void> {
  await db.deleteFrom('payout_providers').where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}

/** Whether a payout is with the provider, so that somebody may still have to ask it. */
export async function isProviderNeeded({ db, actor }: Work, kind: ProviderKind): Promise<boolean> {
  const row = await db
    .selectFrom('payouts')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('state', 'in', ['SENDING', 'UNKNOWN', 'SENT'])
    .where('provider', '=', kind)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

const OWNER = statement(
  'payouts_provider_owner',
  `select p.tenant, t.business_id as business, t.mode
     from payout_providers p join tenants t on t.tenant = p.tenant where p.id = $1::uuid`,
)

export interface ProviderOwner {
  readonly tenant: Tenant
  readonly business: OrganisationId
  readonly mode: Mode
}

/** Whose provider a message is for: its path names nothing else. */
export async function ownerOfProvider(sql: Runner, id: string): Promise<ProviderOwner | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const [owner] = await sql.run<ProviderOwner>(OWNER, [guid])
  return owner
}
