import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { idOf, parseGuid, type SchemeId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Scheme, SchemeState, SignUp } from './scheme.ts'
import { domainsOf, methodOf } from './sign-up.ts'

/** All schemes that are not deleted, active or not. */
export async function readSchemes(
  db: Kysely<Tables>,
  tenant: Tenant,
): Promise<ReadonlyMap<SchemeId, Scheme>> {
  const rows = await selectSchemes(db, tenant).orderBy('id').execute()
  return new Map(rows.map(schemeOfRow).map((scheme) => [scheme.id, scheme]))
}

export async function findScheme({ db, actor }: Work, idOrCode: string): Promise<Scheme | undefined> {
  return named(await withName(selectSchemes(db, actor.tenant), idOrCode).execute(), idOrCode)
}

/** Until the end of the work nobody deletes the scheme. */
export async function holdScheme({ db, actor }: Work, idOrCode: string): Promise<Scheme | undefined> {
  const query = withName(selectSchemes(db, actor.tenant), idOrCode).forKeyShare()
  return named(await query.execute(), idOrCode)
}

/** Until the end of the work nobody changes or deletes the scheme, or signs up to it. */
export async function lockScheme({ db, actor }: Work, idOrCode: string): Promise<Scheme | undefined> {
  const query = withName(selectSchemes(db, actor.tenant), idOrCode).forUpdate()
  return named(await query.execute(), idOrCode)
}

export interface SchemeFilter {
  readonly code?: string | undefined
  readonly state?: SchemeState | undefined
  /** Part of the code or the name, in any case. */
  readonly search?: string | undefined
}

export async function pageOfSchemes(
  { db, actor }: Work,
  filter: SchemeFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<Scheme[]> {
  const rows = await filtered(selectSchemes(db, actor.tenant), filter)
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(schemeOfRow)
}

export async function countSchemes({ db, actor }: Work, filter: SchemeFilter): Promise<number> {
  const { total } = await filtered(selectSchemes(db, actor.tenant), filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function insertScheme({ db, actor }: Work, scheme: Scheme): Promise<void> {
  await db
    .insertInto('schemes')
    .values({ tenant: actor.tenant, id: scheme.id, created_at: scheme.createdAt, ...changeable(scheme) })
    .execute()
}

export async function saveScheme({ db, actor }: Work, scheme: Scheme): Promise<void> {
  await db
    .updateTable('schemes')
    .set(changeable(scheme))
    .where('tenant', '=', actor.tenant)
    .where('id', '=', scheme.id)
    .execute()
}

/** Its row stays, so that a deletion that is asked for again is known to be done. */
export async function markDeleted({ db, actor, at }: Work, id: SchemeId): Promise<void> {
  await db
    .updateTable('schemes')
    .set({ deleted_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export async function findDeletedScheme({ db, actor }: Work, id: string): Promise<Scheme | undefined> {
  const guid = parseGuid(id)
  if (guid === undefined) return undefined
  const row = await selectAll(db, actor.tenant)
    .where('id', '=', guid)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst()
  return row && schemeOfRow(row)
}

function selectAll(db: Kysely<Tables>, tenant: Tenant) {
  return db
    .selectFrom('schemes')
    .select(['id', 'code', 'name', 'description', 'sign_up_option', 'sign_up_method', 'email_domains'])
    .select(['state', 'created_at'])
    .where('tenant', '=', tenant)
}

function selectSchemes(db: Kysely<Tables>, tenant: Tenant) {
  return selectAll(db, tenant).where('deleted_at', 'is', null)
}

type SchemeQuery = ReturnType<typeof selectSchemes>

function withName(query: SchemeQuery, idOrCode: string): SchemeQuery {
  const id = parseGuid(idOrCode)
  return query.where((s) =>
    s.or([s.eb('code', '=', idOrCode), ...(id === undefined ? [] : [s.eb('id', '=', id)])]),
  )
}

/** One scheme may have another's id for its code: then the id is meant. */
function named(rows: readonly SchemeRow[], idOrCode: string): Scheme | undefined {
  const id = parseGuid(idOrCode)
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && schemeOfRow(row)
}

function filtered(query: SchemeQuery, { code, state, search }: SchemeFilter): SchemeQuery {
  const part = `%${search?.replace(/[\\%_]/g, '\\$&')}%`
  return query
    .$if(code !== undefined, (q) => q.where('code', '=', code ?? ''))
    .$if(state !== undefined, (q) => q.where('state', '=', state ?? 'ACTIVE'))
    .$if(search !== undefined, (q) =>
      q.where((s) => s.or([s.eb('code', 'ilike', part), s.eb('name', 'ilike', part)])),
    )
}

function changeable({ code, name, description, signUp, state }: Scheme) {
  return {
    code,
    name,
    description,
    sign_up_option: signUp.option,
    sign_up_method: methodOf(signUp),
    email_domains: [...domainsOf(signUp)],
    state,
  }
}

type SchemeRow = Awaited<ReturnType<SchemeQuery['execute']>>[number]

function schemeOfRow({ id, sign_up_option, sign_up_method, email_domains, ...row }: SchemeRow): Scheme {
  const { code, name, description, state, created_at } = row
  const signUp = signUpOfRow({ sign_up_option, sign_up_method, email_domains })
  return { id: idOf<SchemeId>(id), code, name, description, signUp, state, createdAt: created_at }
}

function signUpOfRow({
  sign_up_option: option,
  sign_up_method,
  email_domains,
}: Pick<SchemeRow, 'sign_up_option' | 'sign_up_method' | 'email_domains'>): SignUp {
  if (option !== 'CLOSE_LOOP_SIGN_UP') return { option }
  const method = present(sign_up_method, 'a closed loop has a method')
  return method === 'CODE' ? { option, method } : { option, method, emailDomains: email_domains }
}
