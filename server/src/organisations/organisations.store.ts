import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { OrganisationId } from '../kit/id.ts'
import type { Organisation, Tap, TapId } from './organisation.ts'

interface OrganisationRow {
  readonly id: string
  readonly type: Organisation['type']
  readonly parent_id: string | null
  readonly code: string
  readonly name: string
  readonly time_zone: string
  readonly state: Organisation['state']
  readonly settings: Organisation['settings']
}

export async function readOrganisations(db: Kysely<Tables>, tenant: Tenant): Promise<Organisation[]> {
  const rows = await db
    .selectFrom('organisations')
    .selectAll()
    .where('tenant', '=', tenant)
    .orderBy('id')
    .execute()
  return rows.map(organisationOfRow)
}

export async function readTaps(db: Kysely<Tables>, tenant: Tenant): Promise<Tap[]> {
  const rows = await db.selectFrom('taps').selectAll().where('tenant', '=', tenant).orderBy('id').execute()
  return rows.map((row) => ({
    id: row.id as TapId,
    kind: row.kind,
    code: row.code,
    name: row.name,
    organisation: row.organisation_id as OrganisationId,
    merchant: row.merchant_id as OrganisationId,
  }))
}

export async function insertOrganisation(work: Work, organisation: Organisation): Promise<void> {
  await work.db
    .insertInto('organisations')
    .values({
      tenant: work.actor.tenant,
      id: organisation.id,
      type: organisation.type,
      parent_id: organisation.parent ?? null,
      code: organisation.code,
      name: organisation.name,
      time_zone: organisation.timeZone,
      state: organisation.state,
      settings: JSON.stringify(organisation.settings),
      created_at: work.at,
    })
    .execute()
}

export async function updateOrganisation(work: Work, organisation: Organisation): Promise<void> {
  await work.db
    .updateTable('organisations')
    .set({
      name: organisation.name,
      time_zone: organisation.timeZone,
      state: organisation.state,
      settings: JSON.stringify(organisation.settings),
    })
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', organisation.id)
    .execute()
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

function organisationOfRow(row: OrganisationRow): Organisation {
  return {
    id: row.id as OrganisationId,
    type: row.type,
    parent: (row.parent_id as OrganisationId | null) ?? undefined,
    code: row.code,
    name: row.name,
    timeZone: row.time_zone,
    state: row.state,
    settings: row.settings,
  }
}
