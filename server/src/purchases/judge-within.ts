import { randomInt } from 'node:crypto'
import type { Work } from '../db/index.ts'
import { requestHash } from '../http/index.ts'
import { invalidField } from '../kit/error.ts'
import { invariant } from '../kit/invariant.ts'
import { LANES, type Lot } from '../ledger/index.ts'
import { absorb } from './absorb.ts'
import { type Catalogue, type Catalogues, catalogueFor } from './catalogue.ts'
import { decidePurchase } from './decide-purchase.ts'
import type { Facts } from './facts.ts'
import { loadFacts } from './load-facts.ts'
import { CatalogueStale } from './look-up.ts'
import { type PreparedPurchase, preparePurchase } from './prepare-purchase.ts'
import type { Purchase } from './purchase.ts'
import type { PurchaseBody } from './purchase-body.ts'
import { writeGroup } from './write-group.ts'

/** A purchase that comes of something else, such as an order that is completed. */
export interface OwnPurchase {
  readonly body: PurchaseBody
  /** Nothing is kept, and nothing is drawn. */
  readonly simulate: boolean
  /** When the money that it spends was set aside for it, and counted against limits. */
  readonly countedAt?: Date | undefined
}

export interface JudgedWithin {
  readonly purchase: Purchase
  /** What the wallet pays, lot by lot, besides discounts that this purchase itself earns. */
  readonly spent: readonly { readonly lot: Lot; readonly amount: bigint }[]
  /** Writes it in the same transaction: it is posted when that commits. */
  post(): Promise<Purchase>
}

const MAX_RELOADS = 5

/**
 * Judges one purchase within the work of another domain, by the very steps by which the till's are judged (`run-group.ts`), and leaves
 * it to the caller to post it. The wallet stays locked until the work ends. What is due was agreed before, so a date in the past is
 * taken however old it is, and no preference of the contact takes part.
 */
export async function judgeWithin(
  work: Work,
  catalogues: Catalogues,
  own: OwnPurchase,
): Promise<JudgedWithin> {
  const { prepared, facts } = await prepareWithin(work, catalogues, own)
  const decision = decidePurchase(prepared, 0, facts, randomInt(LANES))
  if (decision.kind === 'BRINGS_MONEY') {
    throw invalidField('pass.code', 'a pass with money', 'redeem it into the wallet first')
  }
  invariant(decision.kind === 'NEW', 'a purchase that comes of something else has a name of its own')
  const { writes } = decision
  const { purchase } = writes.made
  return {
    purchase,
    spent: writes.spent,
    post: async () => {
      invariant(!own.simulate, 'a quote is not posted')
      absorb(facts, writes)
      await writeGroup(work.sql, facts, { writes: [writes], replies: [], at: work.at }, async () => {})
      return purchase
    },
  }
}

interface Loaded {
  readonly prepared: PreparedPurchase
  readonly facts: Facts
}

/** Everything read anew when the configuration changed in between; nothing is locked by then. */
async function prepareWithin(work: Work, catalogues: Catalogues, own: OwnPurchase): Promise<Loaded> {
  for (let reloads = 0; ; reloads++) {
    const catalogue = await catalogueFor(work, catalogues)
    try {
      const prepared = prepare(work, catalogue, own)
      const facts = await loadFacts(work.sql, [prepared], new Map([[work.actor.tenant, catalogue]]))
      return { prepared, facts }
    } catch (error) {
      if (!(error instanceof CatalogueStale) || reloads >= MAX_RELOADS) throw error
      await catalogues.refresh(error.tenant, error.revision)
    }
  }
}

function prepare({ actor, at }: Work, catalogue: Catalogue, { body, simulate, countedAt }: OwnPurchase) {
  const hash = requestHash('judgeWithin', {}, body)
  const command = { actor, at, requestId: '', address: '', idempotencyKey: undefined, hash }
  const waiting = { command, body, simulate, includeExplain: false, isAgreed: true, countedAt }
  return { ...preparePurchase(waiting, catalogue), dateRefusal: undefined }
}
