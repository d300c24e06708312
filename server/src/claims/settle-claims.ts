import { type Database, transact, type Work } from '../db/index.ts'
import { record } from '../events/index.ts'
import { type Actor, nobody, type Tenant } from '../kit/actor.ts'
import { idOf } from '../kit/id.ts'
import { display, money } from '../kit/money.ts'
import type { Clock } from '../kit/time.ts'
import { awardClaim, type Catalogues, holdReceipt, type Purchase } from '../purchases/index.ts'
import type { Claim } from './claim.ts'
import { findClaim, readyClaims, saveClaim } from './claims.store.ts'

export interface SettlingSources {
  readonly database: Database
  readonly catalogues: Catalogues
  readonly clock: Clock
  /** The one business that is looked at; left out: all. */
  readonly only?: Tenant
}

/** Settles every claim whose purchase the till has sent, each in a step of its own; answers what went wrong with single ones. */
export async function settleClaims({
  database,
  catalogues,
  clock,
  only,
}: SettlingSources): Promise<readonly unknown[]> {
  const failed: unknown[] = []
  for (const { tenant, business, mode, claim } of await readyClaims(database.query, only)) {
    const actor: Actor = { ...nobody, tenant, business: idOf(business), mode }
    try {
      await transact(database, { actor, at: clock(tenant) }, (work) => settleClaim(work, catalogues, claim))
    } catch (error) {
      failed.push(error)
    }
  }
  return failed
}

/** What the till's purchase makes of a claim that waits for it. */
type Verdict =
  | { readonly is: 'AWARDED' }
  | { readonly is: 'OWN' }
  | { readonly is: 'REFUSED'; readonly reason: string }
  | { readonly is: 'DIFFERS'; readonly reason: string }

/**
 * The till's purchase and the claim are one purchase: it is awarded to the contact when both say the same. Where the amounts differ a
 * person has to look; where the till knows somebody else, or voided it, the claim is refused.
 */
export function verdictOf(claim: Claim, purchase: Purchase): Verdict {
  const { contact, state, returned, total, currency } = purchase
  if (contact !== undefined && contact === claim.contact) return { is: 'OWN' }
  if (contact !== undefined) return { is: 'REFUSED', reason: 'The purchase is of another contact.' }
  if (state === 'CANCELLED') return { is: 'REFUSED', reason: 'The till voided the purchase.' }
  if (returned > 0n && returned >= total) return { is: 'REFUSED', reason: 'All goods came back.' }
  if (claim.venue !== undefined && claim.venue !== purchase.venue) {
    return { is: 'DIFFERS', reason: 'The till names another venue.' }
  }
  if (claim.total === total) return { is: 'AWARDED' }
  return { is: 'DIFFERS', reason: `The till says ${display(money(total, currency))}.` }
}

/** Settles one claim by the purchase that the till sent, if it did; a claim that does not wait any more stays as it is. */
export async function settleClaim(work: Work, catalogues: Catalogues, known: Claim): Promise<Claim> {
  const purchase = await holdReceipt(work, known)
  const claim = (await findClaim(work, known.id)) ?? known
  if (claim.state !== 'HELD' || !purchase || purchase.selfSubmitted) return claim
  const verdict = verdictOf(claim, purchase)
  const settled = { ...claim, decidedAt: work.at }
  switch (verdict.is) {
    case 'AWARDED':
      await awardClaim(work, catalogues, { purchase, contact: claim.contact })
      return save(work, { ...settled, state: 'CLAIMED', purchase: purchase.id, reason: undefined })
    case 'OWN':
      return save(work, { ...settled, state: 'CLAIMED', purchase: purchase.id, reason: undefined })
    case 'REFUSED':
      await record(work, 'claim.refused', claim.id)
      return save(work, { ...settled, state: 'REFUSED', reason: verdict.reason })
    case 'DIFFERS':
      return save(work, { ...claim, tillTotal: purchase.total, reason: verdict.reason })
  }
}

async function save(work: Work, claim: Claim): Promise<Claim> {
  await saveClaim(work, claim)
  return claim
}
