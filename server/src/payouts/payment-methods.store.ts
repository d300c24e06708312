import type { Work } from '../db/index.ts'
import { type ContactId, idOf, type PaymentMethodId, parseGuid } from '../kit/id.ts'
import { methodDetails, type PaymentMethod } from './payment-method.ts'

interface Row {
  readonly id: string
  readonly contact_id: string
  readonly name: string | null
  readonly notes: string | null
  readonly is_primary: boolean
  readonly details: object
  readonly created_at: Date
}

const COLUMNS = ['id', 'contact_id', 'name', 'notes', 'is_primary', 'details', 'created_at'] as const

function methodOfRow(row: Row): PaymentMethod {
  return {
    id: idOf<PaymentMethodId>(row.id),
    contact: idOf<ContactId>(row.contact_id),
    name: row.name ?? undefined,
    notes: row.notes ?? undefined,
    isPrimary: row.is_primary,
    details: methodDetails.parse(row.details),
    createdAt: row.created_at,
  }
}

/** The preferred first, then in the order of registration. */
export async function methodsOf({ db, actor }: Work, contact: string): Promise<readonly PaymentMethod[]> {
  const rows = await db
    .selectFrom('payment_methods')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .orderBy('is_primary', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(methodOfRow)
}

export async function methodById({ db, actor }: Work, id: string): Promise<PaymentMethod | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await db
    .selectFrom('payment_methods')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where('id', '=', guid)
    .executeTakeFirst()
  return row && methodOfRow(row)
}

export async function methodsById(
  { db, actor }: Work,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaymentMethod>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('payment_methods')
    .select(COLUMNS)
    .where('tenant', '=', actor.tenant)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, methodOfRow(row)]))
}

export async function insertMethod({ db, actor }: Work, method: PaymentMethod): Promise<void> {
  await db
    .insertInto('payment_methods')
    .values({
      tenant: actor.tenant,
      id: method.id,
      contact_id: method.contact,
      type: method.details.type,
      name: method.name ?? null,
      notes: method.notes ?? null,
      is_primary: method.isPrimary,
      details: JSON.stringify(method.details),
      created_at: method.createdAt,
    })
    .execute()
}

export async function saveMethod({ db, actor }: Work, method: PaymentMethod): Promise<void> {
  await db
    .updateTable('payment_methods')
    .set({
      name: method.name ?? null,
      notes: method.notes ?? null,
      is_primary: method.isPrimary,
      details: JSON.stringify(method.details),
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', method.id)
    .execute()
}

/** There is one preferred method at most: before another becomes it, none is. */
export async function clearPrimary({ db, actor }: Work, contact: ContactId): Promise<void> {
  await db
    .updateTable('payment_methods')
    .set({ is_primary: false })
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('is_primary', '=', true)
    .execute()
}

export async function deleteMethod({ db, actor }: Work, id: PaymentMethodId): Promise<void> {
  await db.deleteFrom('payment_methods').where('tenant', '=', actor.tenant).where('id', '=', id).execute()
}

export async function deleteMethodsOf({ db, actor }: Work, contact: ContactId): Promise<void> {
  await db
    .deleteFrom('payment_methods')
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .execute()
}

/** A payout that is on its way to the method, if there is one. */
export async function payoutUnderWay({ db, actor }: Work, id: PaymentMethodId): Promise<string | undefined> {
  const row = await db
    .selectFrom('payout_attempts as a')
    .innerJoin('payouts as p', (p) =>
      p
        .onRef('p.tenant', '=', 'a.tenant')
        .onRef('p.id', '=', 'a.payout_id')
        .onRef('p.attempt', '=', 'a.number'),
    )
    .select('p.id')
    .where('a.tenant', '=', actor.tenant)
    .where('a.method_id', '=', id)
    .where('p.state', 'in', ['SENDING', 'UNKNOWN', 'SENT'])
    .limit(1)
    .executeTakeFirst()
  return row?.id
}
