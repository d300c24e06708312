export { type Catalogues, openCatalogues } from './catalogue.ts'
export { type PurchaseRouteOptions, purchaseRoutes } from './purchases.routes.ts'
export { codeSigner } from './receipt-codes.ts'
export { openPurchaseDesk, type PurchaseDesk } from './submit-purchase.ts'
