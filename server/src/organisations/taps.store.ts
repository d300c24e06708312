import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { OrganisationId } from '../kit/id.ts'
import type { Tap, TapId } from './organisation.ts'

export async function readTaps(db: Kysely<Tables>, tenant: Tenant): Promise<Tap[]> {
  const rows = await db.selectFrom('taps').selectAll().where('tenant', '=', tenant).orderBy('id').execute()
  return rows.map(tapOfRow)
}

export async function tapsOfOrganisations(
  { db, actor }: Work,
  organisations: readonly string[],
): Promise<Tap[]> {
  const rows = await db
    .selectFrom('taps')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('organisation_id', 'in', organisations)
    .orderBy('id')
    .execute()
  return rows.map(tapOfRow)
}

interface TapsWanted {
  readonly kind: Tap['kind']
  /** undefined: of every merchant. */
  readonly merchant: OrganisationId | undefined
  readonly codes: readonly string[]
}

export async function tapsWithCodes(
  { db, actor }: Work,
  { kind, merchant, codes }: TapsWanted,
): Promise<Tap[]> {
  const rows = await db
    .selectFrom('taps')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('kind', '=', kind)
    .where('code', 'in', codes)
    .$if(merchant !== undefined, (q) => q.where('merchant_id', '=', merchant ?? ''))
    .execute()
  return rows.map(tapOfRow)
}

export async function renameTap({ db, actor }: Work, { id, name }: Tap): Promise<void> {
  await db.updateTable('taps').set({ name }).where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}

export async function insertTap(work: Work, tap: Tap): Promise<void> {
  await work.db
    .insertInto('taps')
    .values({
      tenant: work.actor.tenant,
      id: tap.id,
      kind: tap.kind,
      code: tap.code,
      name: tap.name,
      organisation_id: tap.organisation,
      merchant_id: tap.merchant,
    })
    .execute()
}

interface TapRow {
  readonly id: string
  readonly kind: Tap['kind']
  readonly code: string
  readonly name: string
  readonly organisation_id: string
  readonly merchant_id: string
}

function tapOfRow(row: TapRow): Tap {
  return {
    id: row.id as TapId,
    kind: row.kind,
    code: row.code,
    name: row.name,
    organisation: row.organisation_id as OrganisationId,
    merchant: row.merchant_id as OrganisationId,
  }
}
