import { type AccessWiring, accessRoutes } from '../access/index.ts'
import { achievementsRoutes, membershipRewards } from '../achievements/index.ts'
import { adjustmentsRoutes } from '../adjustments/index.ts'
import { auditRoutes } from '../audit/index.ts'
import { type ClaimRouteOptions, claimRoutes } from '../claims/index.ts'
import { type BalancesOf, contactsRoutes } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { expiriesRoutes } from '../expiry/index.ts'
import type { Route } from '../http/index.ts'
import { type IdentityChecksWiring, identityChecksRoutes } from '../identity-checks/index.ts'
import type { Clock } from '../kit/time.ts'
import { ledgerRoutes } from '../ledger/index.ts'
import { mergesRoutes } from '../merges/index.ts'
import { notesRoutes } from '../notes/index.ts'
import { type NotificationsWiring, notificationsRoutes } from '../notifications/index.ts'
import { isNamedInOffers, offersRoutes, usesOfPasses, wasNamedInOffers } from '../offers/index.ts'
import { mergedInCatalogues, orderCataloguesRoutes } from '../order-catalogues/index.ts'
import { type OrdersWiring, ordersRoutes } from '../orders/index.ts'
import { organisationsRoutes } from '../organisations/index.ts'
import { isNamedInPasses, passesRoutes } from '../passes/index.ts'
import { type PayoutRouteOptions, payoutRoutes } from '../payouts/index.ts'
import { privacyRoutes } from '../privacy/index.ts'
import { type ProcessRouteOptions, processesRoutes } from '../processes/index.ts'
import { type ProductFeedsWiring, productFeedsRoutes } from '../product-feeds/index.ts'
import { productSyncRoutes, tellSyncs } from '../product-sync/index.ts'
import { productsRoutes } from '../products/index.ts'
import { type PromotionsWiring, promotionsRoutes } from '../promotions/index.ts'
import {
  type ProvisioningWiring,
  provisionAgain,
  provisioningOf,
  provisioningRoutes,
} from '../provisioning/index.ts'
import { lastPurchases, type PurchaseRouteOptions, purchaseRoutes } from '../purchases/index.ts'
import { evaluateRoutes, lintRoutes, replayRoutes } from '../rehearsals/index.ts'
import { reportsRoutes } from '../reports/index.ts'
import { requestLogRoutes } from '../request-log/index.ts'
import { schemesRoutes } from '../schemes/index.ts'
import { type SelfServiceWiring, selfServiceRoutes } from '../self-service/index.ts'
import { type TestHelpersWiring, testHelpersRoutes, triggersRoutes } from '../test-helpers/index.ts'
import { tiersRoutes } from '../tiers/index.ts'
import { type TillsWiring, tillsRoutes } from '../tills/index.ts'
import { ownWalletCode, type TokensWiring, tokensRoutes } from '../tokens/index.ts'
import { topupsRoutes } from '../topups/index.ts'
import { v1Routes } from '../v1/index.ts'
import { walletTransfersRoutes } from '../wallet-transfers/index.ts'
import { type IsPoolUsed, poolsRoutes, walletBalances, walletsRoutes } from '../wallets/index.ts'
import { type WebhooksWiring, webhooksRoutes } from '../webhooks/index.ts'

/** What routes need besides the work of a request. */
export type Wiring = AccessWiring &
  ClaimRouteOptions &
  Omit<OrdersWiring, 'provisionAgain' | 'provisioningOf'> &
  ProductFeedsWiring &
  ProvisioningWiring &
  Omit<ProcessRouteOptions, 'tellRows'> &
  PayoutRouteOptions &
  PurchaseRouteOptions &
  TillsWiring &
  TokensWiring &
  NotificationsWiring &
  IdentityChecksWiring &
  Omit<SelfServiceWiring, 'afterEntered'> &
  WebhooksWiring &
  PromotionsWiring &
  TestHelpersWiring & { readonly machine: Clock }

// Contacts stand before wallets in the order of the domains, so what they show of a wallet is handed to them.
const balancesOf: BalancesOf = ({ db, actor, at }, wallets) => walletBalances(db, actor.tenant, wallets, at)

// Offers stand to the right of the schemes, tiers, pass plans and pools that they name; pass plans to the right of pools.
const isUsed = isNamedInOffers
const isPoolUsed: IsPoolUsed = async (work, id) =>
  (await wasNamedInOffers(work, id)) || (await isNamedInPasses(work, id))

/** Every endpoint of the product, in the order of the domains, those of contacts themselves, and those that version 1 serves as well. */
export function routes(wiring: Wiring): readonly Route[] {
  const served = domainRoutes(wiring)
  const { afterEntered } = membershipRewards(wiring.catalogues)
  return [
    ...served,
    ...triggersRoutes(served, wiring),
    ...promotionsRoutes(served, wiring),
    ...selfServiceRoutes(served, { ...wiring, afterEntered }),
    ...v1Routes(served),
  ]
}

function domainRoutes(wiring: Wiring): readonly Route[] {
  const ownCode = (work: Work, sent: string) => ownWalletCode(work, sent, wiring.walletCodes)
  return [
    ...processesRoutes({ ...wiring, tellRows: tellSyncs }),
    ...ledgerRoutes(),
    ...organisationsRoutes(),
    ...auditRoutes(),
    ...requestLogRoutes(wiring),
    ...accessRoutes(wiring),
    ...contactsRoutes({
      forgetCallers: wiring.forgetCallers,
      balancesOf,
      ownWalletCode: ownCode,
      lastPurchases,
      ...membershipRewards(wiring.catalogues),
    }),
    ...notesRoutes(),
    ...schemesRoutes({ isUsed }),
    ...tiersRoutes({ isUsed }),
    ...productsRoutes({ wasMerged: mergedInCatalogues }),
    ...productSyncRoutes(wiring),
    ...productFeedsRoutes(wiring),
    ...poolsRoutes({ isUsed: isPoolUsed }),
    ...walletsRoutes(),
    ...expiriesRoutes(),
    ...adjustmentsRoutes(),
    ...topupsRoutes(),
    ...walletTransfersRoutes(),
    ...passesRoutes({ ...wiring, ownWalletCode: ownCode, usesOf: usesOfPasses, isUsed }),
    ...offersRoutes(),
    ...tokensRoutes(wiring),
    ...payoutRoutes(wiring),
    ...purchaseRoutes(wiring),
    ...claimRoutes(wiring),
    ...tillsRoutes(wiring),
    ...replayRoutes(wiring),
    ...evaluateRoutes(wiring),
    ...lintRoutes(wiring),
    ...achievementsRoutes(wiring),
    ...mergesRoutes(wiring),
    ...privacyRoutes(wiring),
    ...webhooksRoutes(wiring),
    ...notificationsRoutes(wiring),
    ...identityChecksRoutes(wiring),
    ...orderCataloguesRoutes(wiring),
    ...ordersRoutes({ ...wiring, provisionAgain, provisioningOf }),
    ...provisioningRoutes(wiring),
    ...reportsRoutes(),
    ...testHelpersRoutes(wiring),
  ]
}
