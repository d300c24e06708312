import type { Kysely } from 'kysely'
import type { Tables, Work } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type ContactId, idOf, isGuid, type OrganisationId, type PurchaseId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Claim, ClaimOrigin, ClaimState, Hand } from './claim.ts'

interface Row {
  readonly id: string
  readonly contact_id: string
  readonly merchant_id: string
  readonly venue_id: string | null
  readonly receipt: string
  readonly origin: ClaimOrigin
  readonly state: ClaimState
  readonly purchase_id: string | null
  readonly currency: string
  readonly total: bigint
  readonly till_total: bigint | null
  readonly scanned: string | null
  readonly reason: string | null
  readonly asked_by_kind: Hand['kind']
  readonly asked_by: string
  readonly decided_by_kind: Hand['kind'] | null
  readonly decided_by: string | null
  readonly created_at: Date
  readonly decided_at: Date | null
}

export function claimOfRow(row: Row): Claim {
  return {
    id: idOf(row.id),
    contact: idOf(row.contact_id),
    merchant: idOf(row.merchant_id),
    venue: row.venue_id === null ? undefined : idOf(row.venue_id),
    receipt: row.receipt,
    origin: row.origin,
    state: row.state,
    purchase: row.purchase_id === null ? undefined : idOf(row.purchase_id),
    currency: row.currency,
    total: row.total,
    tillTotal: row.till_total ?? undefined,
    scanned: row.scanned ?? undefined,
    reason: row.reason ?? undefined,
    askedBy: { kind: row.asked_by_kind, id: row.asked_by },
    decidedBy:
      row.decided_by_kind === null
        ? undefined
        : { kind: row.decided_by_kind, id: present(row.decided_by, 'who decided has an id') },
    createdAt: row.created_at,
    decidedAt: row.decided_at ?? undefined,
  }
}

export async function insertClaim({ db, actor }: Work, claim: Claim): Promise<void> {
  await db
    .insertInto('claims')
    .values({
      tenant: actor.tenant,
      id: claim.id,
      contact_id: claim.contact,
      merchant_id: claim.merchant,
      venue_id: claim.venue ?? null,
      receipt: claim.receipt,
      origin: claim.origin,
      state: claim.state,
      purchase_id: claim.purchase ?? null,
      currency: claim.currency,
      total: claim.total,
      scanned: claim.scanned ?? null,
      reason: claim.reason ?? null,
      asked_by_kind: claim.askedBy.kind,
      asked_by: claim.askedBy.id,
      created_at: claim.createdAt,
      decided_at: claim.decidedAt ?? null,
    })
    .execute()
}

/** What became of a claim; who claimed what never changes. */
export async function saveClaim({ db, actor }: Work, claim: Claim): Promise<void> {
  await db
    .updateTable('claims')
    .set({
      state: claim.state,
      purchase_id: claim.purchase ?? null,
      till_total: claim.tillTotal ?? null,
      reason: claim.reason ?? null,
      decided_by_kind: claim.decidedBy?.kind ?? null,
      decided_by: claim.decidedBy?.id ?? null,
      decided_at: claim.decidedAt ?? null,
    })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', claim.id)
    .execute()
}

/** Claims of the caller's scope. */
function visibleClaims({ db, actor }: Work) {
  const { within } = actor
  return db
    .selectFrom('claims')
    .where('tenant', '=', actor.tenant)
    .$if(within !== undefined, (query) =>
      query.where((c) => c.or([c('merchant_id', '=', within ?? ''), c('venue_id', '=', within ?? '')])),
    )
}

export async function findClaim(work: Work, id: string): Promise<Claim | undefined> {
  if (!isGuid(id)) return undefined
  const row = await visibleClaims(work).selectAll().where('id', '=', id).executeTakeFirst()
  return row && claimOfRow(row)
}

/** The claim that has a receipt, or waits for it. Its number is held by the caller, so it stays as it is. */
export async function claimOfReceipt(
  { db, actor }: Work,
  { merchant, receipt }: { readonly merchant: string; readonly receipt: string },
): Promise<Claim | undefined> {
  const row = await db
    .selectFrom('claims')
    .selectAll()
    .where('tenant', '=', actor.tenant)
    .where('merchant_id', '=', merchant)
    .where('receipt', '=', receipt)
    .where('state', '<>', 'REFUSED')
    .executeTakeFirst()
  return row && claimOfRow(row)
}

/** When and where the contact claimed since, the oldest first. */
export async function claimTimesSince(
  { db, actor }: Work,
  contact: ContactId,
  since: Date,
): Promise<readonly { readonly merchant: string; readonly at: Date }[]> {
  const rows = await db
    .selectFrom('claims')
    .select(['merchant_id', 'created_at'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('created_at', '>', since)
    .where('state', '<>', 'REFUSED')
    .orderBy('created_at')
    .execute()
  return rows.map(({ merchant_id, created_at }) => ({ merchant: merchant_id, at: created_at }))
}

/** The claim of a receipt whose purchase gave way to the till's waits for that. */
export async function reopenClaim({ db, actor }: Work, purchase: PurchaseId): Promise<void> {
  await db
    .updateTable('claims')
    .set({ state: 'HELD', purchase_id: null, reason: 'The till sent the purchase itself.', decided_at: null })
    .where('tenant', '=', actor.tenant)
    .where('purchase_id', '=', purchase)
    .where('state', '=', 'CLAIMED')
    .execute()
}

export interface ClaimFilter {
  readonly state?: ClaimState | undefined
  readonly contact?: ContactId | undefined
  /** A merchant or venue. */
  readonly place?: OrganisationId | undefined
}

interface PageWanted {
  readonly page: number
  readonly size: number
  readonly order: 'ASC' | 'DESC'
}

/** One more than the page holds, so that it knows whether there is another. */
export async function pageOfClaims(
  work: Work,
  filter: ClaimFilter,
  { page, size, order }: PageWanted,
): Promise<readonly Claim[]> {
  const rows = await filtered(work, filter)
    .selectAll()
    .orderBy('id', order === 'ASC' ? 'asc' : 'desc')
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map(claimOfRow)
}

export async function countClaims(work: Work, filter: ClaimFilter): Promise<number> {
  const { total } = await filtered(work, filter)
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

function filtered(work: Work, { state, contact, place }: ClaimFilter) {
  return visibleClaims(work)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'HELD'))
    .$if(contact !== undefined, (query) => query.where('contact_id', '=', contact ?? ''))
    .$if(place !== undefined, (query) =>
      query.where((c) => c.or([c('merchant_id', '=', place ?? ''), c('venue_id', '=', place ?? '')])),
    )
}

/** A claim that waits although the till has sent its purchase. */
export interface ReadyClaim {
  readonly tenant: number
  readonly business: string
  readonly mode: 'LIVE' | 'TEST'
  readonly claim: Claim
}

const MOST_READY = 500

/** What can be settled, in all businesses; those whose amounts differ wait for a person. */
export async function readyClaims(
  db: Kysely<Tables>,
  only: Tenant | undefined,
): Promise<readonly ReadyClaim[]> {
  const rows = await db
    .selectFrom('claims as c')
    .innerJoin('purchases as p', (on) =>
      on
        .onRef('p.tenant', '=', 'c.tenant')
        .onRef('p.merchant_id', '=', 'c.merchant_id')
        .onRef('p.reference_number', '=', 'c.receipt'),
    )
    .innerJoin('tenants as t', 't.tenant', 'c.tenant')
    .selectAll('c')
    .select(['t.business_id', 't.mode'])
    .where('c.state', '=', 'HELD')
    .where('c.till_total', 'is', null)
    .where('p.self_submitted', '=', false)
    .$if(only !== undefined, (query) => query.where('t.tenant', '=', only ?? 0))
    .limit(MOST_READY)
    .execute()
  return rows.map((row) => ({
    tenant: row.tenant,
    business: row.business_id,
    mode: row.mode,
    claim: claimOfRow(row),
  }))
}
