import { randomInt } from 'node:crypto'
import type { ContactKey } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { goodsOf, isNothingBack, isWholeBack } from '../engine/index.ts'
import { InvalidState } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { invariant } from '../kit/invariant.ts'
import { LANES } from '../ledger/index.ts'
import { absorb } from './absorb.ts'
import { applyCameBack } from './apply-early.ts'
import { type Catalogue, type Catalogues, catalogueFor } from './catalogue.ts'
import { buyerOf, ofBuyer } from './decide-purchase.ts'
import { loadFacts } from './load-facts.ts'
import { CatalogueStale } from './look-up.ts'
import { drawLuck, type PreparedPurchase } from './prepare-purchase.ts'
import type { Purchase } from './purchase.ts'
import { returnsFollowClaim } from './returns.store.ts'
import { writeGroup } from './write-group.ts'

/**
 * Awards a stored purchase of nobody to the contact that claims it: loaded, decided and written as a purchase is, at the time of the
 * purchase. Nothing is spent and nothing goes off its price. The caller holds the purchase and has asked whether it may be claimed.
 */
export async function awardClaim(
  work: Work,
  catalogues: Catalogues,
  { purchase, contact }: { readonly purchase: Purchase; readonly contact: ContactId },
): Promise<Purchase> {
  const problem = whyNotClaimable(purchase)
  if (problem) throw problem
  const luck = drawLuck()
  let catalogue = await catalogueFor(work, catalogues)
  for (;;) {
    try {
      return await award(work, catalogue, prepareClaim(work, catalogue, { purchase, contact, luck }))
    } catch (error) {
      if (!(error instanceof CatalogueStale)) throw error
      // Nothing is written before all is loaded, so the work goes on with what is newer.
      catalogue = await catalogues.refresh(error.tenant, error.revision)
    }
  }
}

/** Why nothing of the purchase can be claimed any more; undefined: it can. */
function whyNotClaimable(purchase: Purchase) {
  invariant(purchase.contact === undefined, 'a purchase of somebody is not claimed')
  const names = ['purchase', purchase.referenceNumber ?? purchase.id]
  if (purchase.state === 'CANCELLED') {
    return InvalidState({ parameters: [...names, 'CANCELLED'], detail: 'The purchase is voided.' })
  }
  if (!isWholeBack(goodsOf(purchase), purchase.cameBack)) return undefined
  return InvalidState({ parameters: [...names, 'RETURNED'], detail: 'All goods of the purchase came back.' })
}

async function award(work: Work, catalogue: Catalogue, prepared: PreparedPurchase): Promise<Purchase> {
  const { tenant } = work.actor
  const stored = prepared.claims
  invariant(stored !== undefined, 'a claim is of a stored purchase')
  const facts = await loadFacts(work.sql, [prepared], new Map([[tenant, catalogue]]))
  const contact = buyerOf(prepared, facts.contacts[0] ?? [])
  const [basket] = facts.baskets
  invariant(basket !== undefined, 'a claimed purchase has a basket')
  const lane = randomInt(LANES)
  const judged = ofBuyer({
    prepared,
    position: 0,
    lines: stored.lines,
    contact,
    basket,
    catalogue,
    facts,
    lane,
  })
  const writes = applyCameBack(judged, stored.cameBack, { catalogue, at: work.at, others: [] })
  absorb(facts, writes)
  await writeGroup(work.sql, facts, { writes: [writes], replies: [], at: work.at }, async () => {})
  if (!isNothingBack(stored.cameBack)) await returnsFollowClaim(work, stored.id)
  return writes.made.purchase
}

interface Claimed {
  readonly purchase: Purchase
  readonly contact: ContactId
  readonly luck: number
}

/** The stored purchase as the path of purchases takes it. What of a request is judged stands in the row. */
function prepareClaim(
  work: Work,
  { directory, revision }: Catalogue,
  { purchase, contact, luck }: Claimed,
): PreparedPurchase {
  const { id, total, net, tax, discount, currency, date, reductionMethod, contentHash } = purchase
  const key: ContactKey = { by: 'ID', id: contact }
  return {
    command: {
      actor: work.actor,
      at: work.at,
      requestId: '',
      address: '',
      idempotencyKey: undefined,
      hash: contentHash,
    },
    body: { transaction_amounts: { total: '' } },
    simulate: false,
    includeExplain: false,
    id,
    triedBefore: false,
    revision,
    place: directory.formerPlace(purchase.venue ?? purchase.merchant),
    amounts: {
      net,
      tax,
      discount,
      total,
      lines: [],
      requestedSpend: undefined,
      redeem: undefined,
      billTotal: undefined,
    },
    contact: key,
    contactName: contact,
    date,
    dateRefusal: undefined,
    currency,
    reductionMethod,
    classification: undefined,
    pass: undefined,
    luck,
    claims: purchase,
  }
}
