import { z } from 'zod'
import { claimsApi } from '../claims/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { AmbiguousIdentifier, InvalidState, InvalidValue, NotFound } from '../kit/error.ts'
import { purchasesApi } from '../purchases/index.ts'
import { tokensApi } from '../tokens/index.ts'
import { asOwn, base, tag } from './as-own.ts'

// What a till keeps for itself with a purchase.
const ownPurchase = purchasesApi.purchaseReply.omit({
  metadata: true,
  notes: true,
  transaction_reference: true,
})
export type OwnPurchase = z.output<typeof ownPurchase>

export const listOwnPurchases = endpoint({
  name: 'listOwnPurchases',
  method: 'GET',
  path: `${base}/contacts/{id}/purchases`,
  tag,
  summary: 'List one’s own purchases, newest first',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ ...wire.listQuery, date: wire.timeRange.optional() }),
  reply: wire.pageReply(ownPurchase),
  errors: [InvalidValue, NotFound],
})

const { description: _, ...getPurchase } = asOwn(purchasesApi.getPurchase, {
  name: 'getOwnPurchase',
  path: 'purchases/{id}',
  summary: 'Read a purchase of one’s own: what it was, what it earned and what the wallet paid',
})
export const getOwnPurchase = endpoint({ ...getPurchase, reply: ownPurchase })

export const getOwnPurchaseRewards = asOwn(purchasesApi.getPurchaseRewards, {
  name: 'getOwnPurchaseRewards',
  path: 'purchases/{id}/rewards',
  summary: 'List the awards, redeems and spends of a purchase of one’s own',
})

const { description: reclaiming, ...reclaim } = claimsApi.reclaimPurchase
export const reclaimOwnPurchase = endpoint({
  ...reclaim,
  ...(reclaiming !== undefined && { description: reclaiming }),
  name: 'reclaimOwnPurchase',
  path: `${base}/purchases/reclaim`,
  tag,
  summary: 'Claim a receipt: the purchase is awarded, and nothing is spent',
  access: 'contact',
  body: claimsApi.receiptBody,
  errors: claimsApi.reclaimPurchase.errors.filter((refusal) => refusal !== AmbiguousIdentifier),
})

export const createOwnToken = asOwn(tokensApi.createToken, {
  name: 'createOwnToken',
  path: 'contacts/{id}/tokens',
  summary: 'Make a one-time code by which one purchase may spend one’s money',
})

export const listOwnTokens = asOwn(tokensApi.listTokens, {
  name: 'listOwnTokens',
  path: 'contacts/{id}/tokens',
  summary: 'List the one-time codes that may still be used, without the codes themselves',
})

export const getOwnToken = endpoint({
  name: 'getOwnToken',
  method: 'GET',
  path: `${base}/tokens/{id}`,
  tag,
  summary: 'Read what became of a one-time code of one’s own, and which purchase used it',
  access: 'contact',
  effect: 'reads',
  params: wire.idParams,
  reply: tokensApi.ownTokenReply,
  errors: [NotFound],
})

export const cancelOwnToken = endpoint({
  name: 'cancelOwnToken',
  method: 'DELETE',
  path: `${base}/tokens/{id}`,
  tag,
  summary: 'End a one-time code of one’s own before its time',
  description: 'Again: the same answer. One that has paid a purchase is not taken back.',
  access: 'contact',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, InvalidState],
})
