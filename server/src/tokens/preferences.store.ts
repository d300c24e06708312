import type { Kysely } from 'kysely'
import { columnsOf, type Runner, statement, type Tables, type Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ContactId, OrganisationId } from '../kit/id.ts'
import type { SpendPreference } from './preference.ts'

interface Row {
  readonly automatic: boolean | null
  readonly next_purchase_only: boolean
  readonly minimum_wallet_balance: bigint | null
  readonly from_purchase_amount: bigint | null
  readonly maximum_spend_amount: bigint | null
  readonly merchants: readonly string[]
}

const COLUMNS = [
  'automatic',
  'next_purchase_only',
  'minimum_wallet_balance',
  'from_purchase_amount',
  'maximum_spend_amount',
  'merchants',
] as const

function preferenceOfRow(row: Row): SpendPreference {
  return {
    automatic: row.automatic ?? undefined,
    nextPurchaseOnly: row.next_purchase_only,
    minimumBalance: row.minimum_wallet_balance ?? 0n,
    fromPurchase: row.from_purchase_amount ?? 0n,
    maximum: row.maximum_spend_amount ?? undefined,
    merchants: row.merchants.map((id) => id as OrganisationId),
  }
}

export async function preferenceOf(
  { db, actor }: Work,
  contact: ContactId,
): Promise<SpendPreference | undefined> {
  const row = await db
    .selectFrom('spend_preferences')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .executeTakeFirst()
  return row && preferenceOfRow(row)
}

/** Whether any contact of the business ever said what they prefer. Once true it stays so, as no row is deleted. */
export async function hasPreferences(db: Kysely<Tables>, tenant: Tenant): Promise<boolean> {
  const row = await db
    .selectFrom('spend_preferences')
    .select('contact_id')
    .where('tenant', '=', tenant)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function savePreference(
  { db, actor, at }: Work,
  contact: ContactId,
  preference: SpendPreference,
): Promise<void> {
  const { automatic, nextPurchaseOnly, minimumBalance, fromPurchase, maximum, merchants } = preference
  const values = {
    automatic: automatic ?? null,
    next_purchase_only: nextPurchaseOnly,
    minimum_wallet_balance: minimumBalance,
    from_purchase_amount: fromPurchase,
    maximum_spend_amount: maximum ?? null,
    merchants: [...merchants],
    updated_at: at,
  }
  await db
    .insertInto('spend_preferences')
    .values({ tenant: actor.tenant, contact_id: contact, ...values })
    .onConflict((conflict) => conflict.columns(['tenant', 'contact_id']).doUpdateSet(values))
    .execute()
}

const READ = statement(
  'tokens_read_preferences',
  `select p.contact_id, p.automatic, p.next_purchase_only, p.minimum_wallet_balance, p.from_purchase_amount,
          p.maximum_spend_amount, p.merchants
     from unnest($1::int[], $2::uuid[]) as k(tenant, contact_id)
     join spend_preferences p on p.tenant = k.tenant and p.contact_id = k.contact_id`,
)

const SWITCH_OFF = statement(
  'tokens_switch_off_preferences',
  `update spend_preferences p set automatic = false, next_purchase_only = false, updated_at = k.at
     from unnest($1::int[], $2::uuid[], $3::timestamptz[]) as k(tenant, contact_id, at)
    where p.tenant = k.tenant and p.contact_id = k.contact_id and p.next_purchase_only`,
)

export interface ContactKeyed {
  readonly tenant: Tenant
  readonly contact: ContactId
}

/** As they are once the contacts' wallets are locked: whoever changes one holds that lock. */
export async function readPreferences(
  sql: Runner,
  keys: readonly ContactKeyed[],
): Promise<Map<ContactId, SpendPreference>> {
  if (keys.length === 0) return new Map()
  const rows = await sql.run<Row & { readonly contact_id: ContactId }>(
    READ,
    columnsOf(
      keys,
      ({ tenant }) => tenant,
      ({ contact }) => contact,
    ),
  )
  return new Map(rows.map((row) => [row.contact_id, preferenceOfRow(row)]))
}

/** Switches off what was for the next purchase only, in the transaction of the purchase that it paid of. */
export async function switchOff(
  sql: Runner,
  uses: readonly (ContactKeyed & { readonly at: Date })[],
): Promise<void> {
  if (uses.length === 0) return
  await sql.run(
    SWITCH_OFF,
    columnsOf(
      uses,
      ({ tenant }) => tenant,
      ({ contact }) => contact,
      ({ at }) => at,
    ),
  )
}
