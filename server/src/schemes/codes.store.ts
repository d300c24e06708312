import { arrayOf, statement, type Work } from '../db/index.ts'
import type { ContactId, SchemeId } from '../kit/id.ts'

export interface SignUpCode {
  readonly code: string
  readonly created_at: Date
  readonly used_by: string | null
  readonly used_at: Date | null
}

const INSERT = statement(
  'scheme_codes_insert',
  `insert into scheme_codes (tenant, scheme_id, code, created_at)
   select $1::int, $2::uuid, k.code, $3::timestamptz from unnest($4::text[]) as k(code)
   on conflict (tenant, scheme_id, code) do nothing
   returning code`,
)

/** Adds those that the scheme does not have yet; answers them. */
export async function insertCodes(
  { sql, actor, at }: Work,
  scheme: SchemeId,
  codes: readonly string[],
): Promise<ReadonlySet<string>> {
  // In one order, so that two lists with codes in common do not wait for each other.
  const values = [actor.tenant, scheme, at, arrayOf([...codes].sort())]
  const rows = await sql.run<{ readonly code: string }>(INSERT, values)
  return new Set(rows.map(({ code }) => code))
}

/** Uses the code up for the contact; false if it is not there or was used. Of two at once one waits and gets false. */
export async function claimCode(
  { db, actor, at }: Work,
  {
    scheme,
    code,
    contact,
  }: { readonly scheme: SchemeId; readonly code: string; readonly contact: ContactId },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scheme_codes')
    .set({ used_by: contact, used_at: at })
    .where('tenant', '=', actor.tenant)
    .where('scheme_id', '=', scheme)
    .where('code', '=', code)
    .where('used_by', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function findCode(
  { db, actor }: Work,
  scheme: SchemeId,
  code: string,
): Promise<SignUpCode | undefined> {
  return selectCodes({ db, actor }, scheme).where('code', '=', code).executeTakeFirst()
}

export interface CodeFilter {
  readonly code?: string | undefined
  readonly state?: 'USED' | 'UNUSED' | undefined
}

export async function pageOfCodes(
  work: Work,
  scheme: SchemeId,
  {
    page,
    size,
    order,
    ...filter
  }: CodeFilter & { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<SignUpCode[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  return filtered(selectCodes(work, scheme), filter)
    .orderBy('created_at', direction)
    .orderBy('code', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
}

export async function countCodes(work: Work, scheme: SchemeId, filter: CodeFilter): Promise<number> {
  const { total } = await filtered(selectCodes(work, scheme), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function selectCodes({ db, actor }: Pick<Work, 'db' | 'actor'>, scheme: SchemeId) {
  return db
    .selectFrom('scheme_codes')
    .select(['code', 'created_at', 'used_by', 'used_at'])
    .where('tenant', '=', actor.tenant)
    .where('scheme_id', '=', scheme)
}

function filtered(query: ReturnType<typeof selectCodes>, { code, state }: CodeFilter) {
  return query
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(state !== undefined, (q) => q.where('used_by', state === 'USED' ? 'is not' : 'is', null))
}
