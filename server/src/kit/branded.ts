/** The ids of all things, apart from the making of them: usable where there is no Node. */

declare const brand: unique symbol
/** A text that stands for one kind of thing; ids of different kinds do not mix. */
export type Branded<Kind extends string> = string & { readonly [brand]: Kind }

export type OrganisationId = Branded<'organisation'>
export type ContactId = Branded<'contact'>
export type WalletId = Branded<'wallet'>
export type MergeId = Branded<'merge'>
export type SchemeId = Branded<'reward scheme'>
export type AccountId = Branded<'account'>
export type LotId = Branded<'lot'>
export type DebtId = Branded<'debt'>
export type PoolId = Branded<'commerce pool'>
export type OfferId = Branded<'offer'>
export type TierId = Branded<'reward tier'>
export type PassPlanId = Branded<'pass plan'>
export type TokenId = Branded<'spend token'>
export type PassId = Branded<'pass'>
export type ProductId = Branded<'product'>
export type ProductGroupId = Branded<'product group'>
export type PurchaseId = Branded<'purchase'>
export type ReturnId = Branded<'return'>
export type ClaimId = Branded<'claim'>
export type PayoutId = Branded<'payout'>
export type PayoutFileId = Branded<'payout file'>
export type PayoutProviderId = Branded<'payout provider'>
export type PaymentMethodId = Branded<'payment method'>
export type ExpiryId = Branded<'expiry'>
export type TopupId = Branded<'top-up'>
export type PassRedemptionId = Branded<'pass redemption'>
export type WalletTransferId = Branded<'wallet transfer'>
export type AdjustmentId = Branded<'adjustment'>
export type RewardEventId = Branded<'reward event'>
export type ClassificationId = Branded<'classification'>
export type ApiKeyId = Branded<'api key'>
export type UserId = Branded<'user'>
export type EventId = Branded<'event'>
export type WebhookEndpointId = Branded<'webhook endpoint'>
export type WebhookDeliveryId = Branded<'webhook delivery'>
export type ProcessId = Branded<'process'>
export type WalletBlockId = Branded<'wallet block'>
export type CommunicationId = Branded<'communication'>
export type AdaptorId = Branded<'order adaptor'>
export type ProductFeedId = Branded<'product feed'>
export type ProvisioningId = Branded<'order provisioning'>
export type TillId = Branded<'till'>
export type DeviceId = Branded<'device'>
export type OrderId = Branded<'order'>
export type OrderCatalogueId = Branded<'order catalogue'>
export type OrderCategoryId = Branded<'order category'>
export type OrderEstimateId = Branded<'order estimate'>
export type OrderStageId = Branded<'order stage'>
export type OrderCancellationReasonId = Branded<'order cancellation reason'>
export type PromotionId = Branded<'promotion'>
