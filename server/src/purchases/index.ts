export { shopperOf } from './basket.ts'
export { type Catalogue, type Catalogues, catalogueFor, openCatalogues } from './catalogue.ts'
export { contactNamed } from './contact-named.ts'
export { decisionTime } from './decision-time.ts'
export { type Explanation, explain, tellExplanation } from './explain.ts'
export { type BoughtBefore, basketOfStored } from './explain-purchase.ts'
export { readAccounts } from './facts.store.ts'
export { type Granted, grantAwards } from './grant-awards.ts'
export { type JudgedWithin, judgeWithin, type OwnPurchase } from './judge-within.ts'
export { organisationIds } from './list-purchases.ts'
export { basketPass } from './pass-on-purchase.ts'
export { acceptedDate, type ClassificationWanted, classificationOf, drawLuck } from './prepare-purchase.ts'
export { amountDue, type Purchase, type PurchaseAward } from './purchase.ts'
export {
  contact as contactBody,
  organisation as placeBody,
  type PurchaseBody,
} from './purchase-body.ts'
export { type PurchaseRouteOptions, purchaseRoutes } from './purchases.routes.ts'
export { codeSigner } from './receipt-codes.ts'
export { spendsComeBack } from './spends-come-back.ts'
export { linesOfJson, type StoredLine, type StoredOutcome } from './stored-purchase.ts'
export { openPurchaseDesk, type PurchaseDesk } from './submit-purchase.ts'
export { insertClassifications } from './write-group.ts'
