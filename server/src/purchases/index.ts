export { awardClaim } from './award-claim.ts'
export { shopperOf } from './basket.ts'
export {
  type CameBack,
  type Goods,
  goodsOf,
  isWholeBack,
  NO_LINE_BACK,
  NOTHING_BACK,
  ofPieces,
  partBack,
  wholeBack,
} from './came-back.ts'
export { type Catalogue, type Catalogues, catalogueFor, openCatalogues } from './catalogue.ts'
export * as goalsApi from './contact-goals.api.ts'
export { contactNamed } from './contact-named.ts'
export { decisionTime } from './decision-time.ts'
export { type Explanation, explain } from './explain.ts'
export { type BoughtBefore, basketBefore } from './explain-purchase.ts'
export { readAccounts } from './facts.store.ts'
export type { GaveWay } from './give-way.ts'
export { type Granted, grantAwards } from './grant-awards.ts'
export { type HeldReceipt, holdReceipt, holdSigned, refuseVoided } from './hold-receipt.ts'
export { type JudgedWithin, judgeWithin, type OwnPurchase } from './judge-within.ts'
export { organisationIds } from './list-purchases.ts'
export { basketPass } from './pass-on-purchase.ts'
export { nextLine, postedLines } from './posted-lines.ts'
export { acceptedDate, type ClassificationWanted, classificationOf, drawLuck } from './prepare-purchase.ts'
export { amountDue, type Purchase, type PurchaseAward, type PurchaseDetails } from './purchase.ts'
export {
  contact as contactBody,
  organisation as placeBody,
  type PurchaseBody,
  purchaseBody,
} from './purchase-body.ts'
export * as purchasesApi from './purchases.api.ts'
export { submittedReply } from './purchases.api.ts'
export { SpendNotFullyCovered, WalletBalanceNotEnough } from './purchases.errors.ts'
export { type PurchaseRouteOptions, purchaseRoutes } from './purchases.routes.ts'
export { type CodeSigner, codeSigner, readSignedCode, timesHundred } from './receipt-codes.ts'
export * as spendingApi from './rehearse-spending.api.ts'
export { spendsComeBack } from './spends-come-back.ts'
export type { StoredLine, StoredOutcome } from './stored-purchase.ts'
export { openPurchaseDesk, type PurchaseDesk } from './submit-purchase.ts'
export { type OwnReceipt, submitReceipt } from './submit-receipt.ts'
export { explanationIn, tellExplanation } from './tell-explanation.ts'
export { unwind } from './unwind.ts'
export { insertClassifications } from './write-group.ts'
