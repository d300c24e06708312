import type { Work } from '../db/index.ts'
import { idOf } from '../kit/id.ts'
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
