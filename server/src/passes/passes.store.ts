import { sql } from 'kysely'
import { z } from 'zod'
import { columnsOf, statement, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import { type ContactId, idOf, type PassId, type PassPlanId, parseGuid } from '../kit/id.ts'
import { normaliseCode } from './pass-code.ts'
import type { PassMoney } from './pass-money.ts'
import type { PassState, PlanState } from './pass-plan.ts'
import type { RedeemablePass } from './pass-problem.ts'

/** A pass with what is shown of its plan and contact. */
export interface ListedPass {
  readonly id: PassId
  readonly code: string
  readonly state: PassState
  readonly plan: PassPlanId
  readonly contact: { readonly id: ContactId; readonly code: string } | undefined
  readonly hasPin: boolean
  readonly validFrom: Date
  readonly validTo: Date | undefined
  readonly createdAt: Date
  /** Undefined: it carries none. */
  readonly money: PassMoney | undefined
  readonly gift: Gift | undefined
  /** When it was redeemed, voided or posted as over. */
  readonly endedAt: Date | undefined
}

const giftStored = z.strictObject({
  recipient: z
    .strictObject({
      name: z.string().optional(),
      medium_type: z.string().optional(),
      medium_value: z.string().optional(),
    })
    .optional(),
  gift_sender: z.strictObject({ name: z.string().optional(), message: z.string().optional() }).optional(),
})
/** For whom a pass was bought and from whom, as the seller says. */
export type Gift = z.infer<typeof giftStored>

export interface PassFilter {
  readonly code?: string | undefined
  readonly plan?: PassPlanId | undefined
  readonly state?: PassState | undefined
  readonly contact?: ContactId | undefined
}

/** A pass with money that is over is EXPIRED whether or not that was posted yet. */
function shownState(at: Date) {
  return sql<PassState>`case when p.value is not null and p.state in ('ACTIVE', 'INACTIVE') and p.valid_to <= ${at}
                             then 'EXPIRED' else p.state end`
}

export async function pageOfPasses(
  work: Work,
  filter: PassFilter,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<ListedPass[]> {
  const rows = await filtered(work, filter)
    .orderBy('p.id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(passOfRow)
}

export async function countPasses(work: Work, filter: PassFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .clearSelect()
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** By id or by code, in any case. */
export async function findPass(work: Work, idOrCode: string): Promise<ListedPass | undefined> {
  const id = parseGuid(idOrCode)
  const rows = await selectPasses(work)
    .where((p) =>
      p.or([
        p.eb('p.code', '=', normaliseCode(idOrCode)),
        ...(id === undefined ? [] : [p.eb('p.id', '=', id)]),
      ]),
    )
    .execute()
  const row = rows.find((each) => each.id === id) ?? rows[0]
  return row && passOfRow(row)
}

function selectPasses({ db, actor }: Work) {
  return db
    .selectFrom('passes as p')
    .leftJoin('contacts as c', (c) => c.onRef('c.tenant', '=', 'p.tenant').onRef('c.id', '=', 'p.contact_id'))
    .where('p.tenant', '=', actor.tenant)
    .select(['p.id', 'p.plan_id', 'p.code', 'p.state', 'p.valid_from', 'p.valid_to', 'p.created_at'])
    .select(['p.contact_id', 'c.code as contact_code', 'p.value', 'p.organisation_id', 'p.pool_id', 'p.gift'])
    .select(['p.payment_method', 'p.payment_method_id', 'p.ended_at'])
    .select((p) => p.eb('p.pin_hash', 'is not', null).as('has_pin'))
}

function filtered(work: Work, { code, plan, state, contact }: PassFilter) {
  return selectPasses(work)
    .$if(code !== undefined, (q) => q.where('p.code', '=', normaliseCode(code ?? '')))
    .$if(plan !== undefined, (q) => q.where('p.plan_id', '=', plan ?? ''))
    .$if(state !== undefined, (q) => q.where(shownState(work.at), '=', state ?? 'ACTIVE'))
    .$if(work.actor.within !== undefined, (q) => q.where(soldWithin(work.actor)))
    .$if(contact !== undefined, (q) => q.where('p.contact_id', '=', contact ?? ''))
}

type PassRow = Awaited<ReturnType<ReturnType<typeof selectPasses>['execute']>>[number]

function passOfRow(row: PassRow): ListedPass {
  const { contact_id, contact_code } = row
  return {
    id: idOf<PassId>(row.id),
    code: row.code,
    state: row.state,
    plan: idOf<PassPlanId>(row.plan_id),
    contact: contact_id && contact_code ? { id: idOf<ContactId>(contact_id), code: contact_code } : undefined,
    hasPin: Boolean(row.has_pin),
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    createdAt: row.created_at,
    money: moneyOfRow(row),
    gift: row.gift === null ? undefined : giftStored.parse(row.gift),
    endedAt: row.ended_at ?? undefined,
  }
}

export function moneyOfRow(row: {
  readonly value: bigint | null
  readonly organisation_id: string | null
  readonly payment_method: string | null
  readonly payment_method_id: string | null
  readonly pool_id: string | null
}): PassMoney | undefined {
  const { value, organisation_id: organisation, payment_method: method } = row
  if (value === null || organisation === null || method === null) return undefined
  return {
    value,
    organisation: idOf(organisation),
    method,
    methodId: row.payment_method_id ?? undefined,
    pool: row.pool_id === null ? undefined : idOf(row.pool_id),
  }
}

/** A key of one merchant or venue lists what was sold there and in the merchant's venues. */
function soldWithin({ tenant, within = idOf('') }: Actor) {
  return sql<boolean>`p.organisation_id in (
    select o.id from organisations o where o.tenant = ${tenant} and (o.id = ${within} or o.parent_id = ${within}))`
}

export async function hasPasses({ db, actor }: Work, plan: PassPlanId): Promise<boolean> {
  const row = await db
    .selectFrom('passes')
    .select('id')
    .where('tenant', '=', actor.tenant)
    .where('plan_id', '=', plan)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Put into use again, it may be sent with wrong pins again as often as a new one. */
export async function savePassState({ db, actor }: Work, id: PassId, state: PlanState): Promise<void> {
  await db
    .updateTable('passes')
    .set({ state, ...(state === 'ACTIVE' && { wrong_pins: 0 }) })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

/** A pass whose row is held until the end of the work, with what redeeming it asks for. */
export interface HeldPass extends RedeemablePass {
  readonly money: PassMoney | undefined
}

export async function holdPass(work: Work, idOrCode: string): Promise<HeldPass | undefined> {
  const found = await findPass(work, idOrCode)
  if (!found) return undefined
  const row = await work.db
    .selectFrom('passes')
    .selectAll()
    .where('tenant', '=', work.actor.tenant)
    .where('id', '=', found.id)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return {
    id: found.id,
    code: row.code,
    plan: found.plan,
    contact: row.contact_id === null ? undefined : idOf<ContactId>(row.contact_id),
    pinHash: row.pin_hash ?? undefined,
    state: row.state,
    validFrom: row.valid_from,
    validTo: row.valid_to ?? undefined,
    money: moneyOfRow(row),
  }
}

/** That a pass with money came to its end. */
export async function saveEnded(
  { db, actor, at }: Work,
  id: PassId,
  state: 'REDEEMED' | 'CANCELLED' | 'EXPIRED',
): Promise<void> {
  await db
    .updateTable('passes')
    .set({ state, ended_at: at })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .execute()
}

export interface NewPass {
  readonly id: PassId
  readonly code: string
  readonly pinHash: Buffer | null
  readonly contact: ContactId | null
  readonly money: PassMoney | undefined
  readonly gift: Gift | undefined
}

const INSERT = statement(
  'passes_insert',
  `insert into passes (tenant, id, plan_id, code, pin_hash, contact_id, state, valid_from, valid_to, created_at,
                       value, organisation_id, payment_method, payment_method_id, pool_id, gift)
   select $1::int, k.id, $2::uuid, k.code, k.pin_hash, k.contact_id, 'ACTIVE', $3::timestamptz, $4::timestamptz, $3::timestamptz,
          k.value, k.organisation_id, k.payment_method, k.payment_method_id, k.pool_id, k.gift::jsonb
     from unnest($5::uuid[], $6::text[], $7::bytea[], $8::uuid[], $9::bigint[], $10::uuid[], $11::text[], $12::text[],
                 $13::uuid[], $14::text[])
          as k(id, code, pin_hash, contact_id, value, organisation_id, payment_method, payment_method_id, pool_id, gift)
    order by k.code
       on conflict (tenant, code) do nothing
returning code`,
)

/**
 * Enters passes of one plan at once, sorted by code so that two who do this wait for each other and do not lock each other
 * out. Answers the codes that were entered: those left out are taken.
 */
export async function insertPasses(
  work: Work,
  plan: { readonly id: PassPlanId; readonly validTo: Date | null },
  passes: readonly NewPass[],
): Promise<ReadonlySet<string>> {
  const rows = await work.sql.run<{ readonly code: string }>(INSERT, [
    work.actor.tenant,
    plan.id,
    work.at,
    plan.validTo,
    ...columnsOf(
      passes,
      ({ id }) => id,
      ({ code }) => code,
      ({ pinHash }) => pinHash,
      ({ contact }) => contact,
      ({ money }) => money?.value ?? null,
      ({ money }) => money?.organisation ?? null,
      ({ money }) => money?.method ?? null,
      ({ money }) => money?.methodId ?? null,
      ({ money }) => money?.pool ?? null,
      ({ gift }) => (gift ? JSON.stringify(gift) : null),
    ),
  ])
  return new Set(rows.map(({ code }) => code))
}
