import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import { idOf, type PayoutId } from '../kit/id.ts'
import type { MethodType } from './payment-method.ts'
import type { Payout, ProviderName } from './payout.ts'

export type AttemptState =
  | 'ASKED'
  | 'UNKNOWN'
  | 'SENT'
  | 'PAID'
  | 'DECLINED'
  | 'RETURNED'
  | 'CANCELLED'
  | 'REVERSED'

/** One try to pay a payout, under the reference that the provider knows it by. */
export interface Attempt {
  readonly payout: PayoutId
  readonly number: number
  readonly reference: string
  readonly provider: ProviderName
  readonly methodType: MethodType
  readonly method: string | undefined
  readonly file: string | undefined
  readonly state: AttemptState
  readonly asked: number
  readonly providerReference: string | undefined
  readonly reason: string | undefined
  readonly askedAt: Date
  readonly firstAskedAt: Date
  readonly updatedAt: Date
}

interface Row {
  readonly payout_id: string
  readonly number: number
  readonly reference: string
  readonly provider: ProviderName
  readonly method_type: MethodType
  readonly method_id: string | null
  readonly file_id: string | null
  readonly state: AttemptState
  readonly asked: number
  readonly provider_reference: string | null
  readonly reason: string | null
  readonly asked_at: Date
  readonly first_asked_at: Date
  readonly updated_at: Date
}

function attemptOfRow(row: Row): Attempt {
  return {
    payout: idOf<PayoutId>(row.payout_id),
    number: row.number,
    reference: row.reference,
    provider: row.provider,
    methodType: row.method_type,
    method: row.method_id ?? undefined,
    file: row.file_id ?? undefined,
    state: row.state,
    asked: row.asked,
    providerReference: row.provider_reference ?? undefined,
    reason: row.reason ?? undefined,
    askedAt: row.asked_at,
    firstAskedAt: row.first_asked_at,
    updatedAt: row.updated_at,
  }
}

function select({ db, actor }: Work) {
  return db.selectFrom('payout_attempts').selectAll().where('tenant', '=', actor.tenant)
}

export async function attemptsOf(work: Work, payout: PayoutId): Promise<readonly Attempt[]> {
  const rows = await select(work).where('payout_id', '=', payout).orderBy('number').execute()
  return rows.map(attemptOfRow)
}

/** The reference of the try that counts, of each of them that had one; one asking for a page. */
export async function referencesOf(
  { db, actor }: Work,
  payouts: readonly Payout[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('payout_attempts')
    .select(['payout_id', 'number', 'reference'])
    .where('tenant', '=', actor.tenant)
    .where('payout_id', '=', sql<string>`any(${payouts.map(({ id }) => id)}::uuid[])`)
    .execute()
  const counting = new Map(payouts.map(({ id, attempt }) => [String(id), attempt]))
  const found = rows.filter(({ payout_id, number }) => counting.get(payout_id) === number)
  return new Map(found.map(({ payout_id, reference }) => [payout_id, reference]))
}

/** The try that counts; undefined: there was none yet. */
export async function currentAttempt(
  work: Work,
  { id, attempt }: Pick<Payout, 'id' | 'attempt'>,
): Promise<Attempt | undefined> {
  const row = await select(work).where('payout_id', '=', id).where('number', '=', attempt).executeTakeFirst()
  return row && attemptOfRow(row)
}

export async function attemptByReference(work: Work, reference: string): Promise<Attempt | undefined> {
  const row = await select(work).where('reference', '=', reference).executeTakeFirst()
  return row && attemptOfRow(row)
}

export async function attemptsInFile(work: Work, file: string): Promise<readonly Attempt[]> {
  const rows = await select(work).where('file_id', '=', file).orderBy('payout_id').execute()
  return rows.map(attemptOfRow)
}

export async function insertAttempt({ db, actor, at }: Work, attempt: Attempt): Promise<void> {
  await db
    .insertInto('payout_attempts')
    .values({
      tenant: actor.tenant,
      payout_id: attempt.payout,
      number: attempt.number,
      reference: attempt.reference,
      provider: attempt.provider,
      method_type: attempt.methodType,
      method_id: attempt.method ?? null,
      file_id: attempt.file ?? null,
      state: attempt.state,
      asked: attempt.asked,
      provider_reference: null,
      reason: null,
      asked_at: at,
      first_asked_at: at,
      updated_at: at,
    })
    .execute()
}

export interface AttemptChange {
  readonly state?: AttemptState
  readonly asked?: number
  readonly providerReference?: string | undefined
  readonly reason?: string | undefined
}

export async function saveAttempt(
  { db, actor, at }: Work,
  { payout, number }: Pick<Attempt, 'payout' | 'number'>,
  { state, asked, providerReference, reason }: AttemptChange,
): Promise<void> {
  await db
    .updateTable('payout_attempts')
    .set({
      ...(state !== undefined && { state }),
      ...(asked !== undefined && { asked, asked_at: at }),
      ...(providerReference !== undefined && { provider_reference: providerReference }),
      ...(reason !== undefined && { reason }),
      updated_at: at,
    })
    .where('tenant', '=', actor.tenant)
    .where('payout_id', '=', payout)
    .where('number', '=', number)
    .execute()
}
