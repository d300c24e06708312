import type { Work } from '../db/index.ts'
import { idOf, type PayoutFileId, parseGuid } from '../kit/id.ts'
import { providerSettings, type SepaSettings } from './provider-settings.ts'

export const FILE_STATES = ['MADE', 'SENT', 'CONFIRMED', 'CANCELLED'] as const
export type FileState = (typeof FILE_STATES)[number]

/** A file of credit transfers for the bank. Its text is written anew from the methods that it pays, which never change. */
export interface PayoutFile {
  readonly id: PayoutFileId
  readonly state: FileState
  readonly messageId: string
  readonly currency: string
  readonly payouts: number
  readonly total: bigint
  readonly executionDate: string
  readonly debtor: SepaSettings
  readonly createdAt: Date
  readonly updatedAt: Date
}

interface Row {
  readonly id: string
  readonly state: FileState
  readonly message_id: string
  readonly currency: string
  readonly payouts: number
  readonly total: bigint
  readonly execution_date: string
  readonly debtor: object
  readonly created_at: Date
  readonly updated_at: Date
}

function fileOfRow(row: Row): readonly PayoutFile[] {
  const debtor = providerSettings.parse(row.debtor)
  if (debtor.kind !== 'SEPA') return []
  return [
    {
      id: idOf<PayoutFileId>(row.id),
      state: row.state,
      messageId: row.message_id,
      currency: row.currency,
      payouts: row.payouts,
      total: row.total,
      executionDate: row.execution_date,
      debtor,
      createdAt: row.created_at,
      updatedAt: row.updated_at,
    },
  ]
}

export async function fileById(
  { db, actor }: Work,
  id: string,
  lock = false,
): Promise<PayoutFile | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await db
    .selectFrom('payout_files')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('id', '=', guid)
    .$if(lock, (q) => q.forUpdate())
    .executeTakeFirst()
  return row && fileOfRow(row)[0]
}

export async function pageOfFiles(
  { db, actor }: Work,
  state: FileState | undefined,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<readonly PayoutFile[]> {
  const rows = await db
    .selectFrom('payout_files')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'MADE'))
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.flatMap(fileOfRow)
}

export async function countFiles({ db, actor }: Work, state: FileState | undefined): Promise<number> {
  const { total } = await db
    .selectFrom('payout_files')
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .where('tenant', '=', actor.tenant)
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'MADE'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function insertFile({ db, actor }: Work, file: PayoutFile): Promise<void> {
  await db
    .insertInto('payout_files')
    .values({
      tenant: actor.tenant,
      id: file.id,
      state: file.state,
      message_id: file.messageId,
      currency: file.currency,
      payouts: file.payouts,
      total: file.total,
      execution_date: file.executionDate,
      debtor: JSON.stringify(file.debtor),
      created_at: file.createdAt,
      updated_at: file.updatedAt,
    })
    .execute()
}

export async function saveFileState(
  { db, actor, at }: Work,
  id: PayoutFileId,
  state: FileState,
): Promise<void> {
  await db
    .updateTable('payout_files')
    .set({ state, updated_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}
