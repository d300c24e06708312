/** What is wrong with what a form sends, found in the browser by the schemas of this server: one module, served as `/forms.js`. */
import '@tillback/server/engine/without-eval.ts'
import { createApiKey, rollApiKey } from '@tillback/server/access/access.api.ts'
import { changeOwnPassword, updateOwnAccount } from '@tillback/server/access/own-account.api.ts'
import {
  confirmSecondFactor,
  enrolSecondFactor,
  removeSecondFactor,
  renewRecoveryCodes,
} from '@tillback/server/access/second-factor.api.ts'
import {
  acceptInvitation,
  authenticateUser,
  forgotPassword,
  refreshUser,
  resetPassword,
} from '@tillback/server/access/sign-in.api.ts'
import { createUser, updateUser } from '@tillback/server/access/users.api.ts'
import { reportAchievement } from '@tillback/server/achievements/achievements.api.ts'
import { createAdjustment, decideAdjustment } from '@tillback/server/adjustments/adjustments.api.ts'
import { decideClaim, reclaimPurchase } from '@tillback/server/claims/claims.api.ts'
import { createContact, updateContact } from '@tillback/server/contacts/contacts.api.ts'
import { revealContact } from '@tillback/server/contacts/reveal.api.ts'
import { type ErrorBody, errorBody, refusalOfIssues } from '@tillback/server/http/replies.ts'
import { sendContactCode, validateContactCode } from '@tillback/server/identity-checks/identity-checks.api.ts'
import { tellApart } from '@tillback/server/merges/alike.api.ts'
import { mergeContacts, undoMerge } from '@tillback/server/merges/merges.api.ts'
import { addNote } from '@tillback/server/notes/notes.api.ts'
import { markCommunication, markInbox } from '@tillback/server/notifications/communications.api.ts'
import { registerDevice } from '@tillback/server/notifications/devices.api.ts'
import { updatePreferences, updateSettings } from '@tillback/server/notifications/settings.api.ts'
import { putTemplate } from '@tillback/server/notifications/templates.api.ts'
import {
  createOffer,
  putOfferState,
  setOfferAwards,
  setOfferState,
  updateOffer,
} from '@tillback/server/offers/offers.api.ts'
import { createCatalogue, updateCatalogue } from '@tillback/server/order-catalogues/catalogues.api.ts'
import { createCategory, updateCategory } from '@tillback/server/order-catalogues/categories.api.ts'
import { putDietaryTags } from '@tillback/server/order-catalogues/dietary-tags.api.ts'
import { createReason, updateReason } from '@tillback/server/orders/cancellation-reasons.api.ts'
import { estimateOrder } from '@tillback/server/orders/estimates.api.ts'
import { estimateFulfilment } from '@tillback/server/orders/fulfilment.api.ts'
import { createStage, updateStage } from '@tillback/server/orders/order-stages.api.ts'
import { actOnOrder, placeOrder, updateOrder } from '@tillback/server/orders/orders.api.ts'
import { updateBranding } from '@tillback/server/organisations/branding.api.ts'
import { createOrganisation, updateOrganisation } from '@tillback/server/organisations/organisations.api.ts'
import { createPasses, redeemPass, setPassState } from '@tillback/server/passes/passes.api.ts'
import { createPlan, updatePlan } from '@tillback/server/passes/plans.api.ts'
import { changeFile, makeFile } from '@tillback/server/payouts/files.api.ts'
import { addMethod, changeMethod } from '@tillback/server/payouts/payment-methods.api.ts'
import { changePayout, requestPayout } from '@tillback/server/payouts/payouts.api.ts'
import { createProvider, updateProvider } from '@tillback/server/payouts/providers.api.ts'
import { eraseContact } from '@tillback/server/privacy/privacy.api.ts'
import { changeProcess } from '@tillback/server/processes/processes.api.ts'
import { actOnFeed, createFeed, updateFeed } from '@tillback/server/product-feeds/feeds.api.ts'
import { createGroup, updateGroup } from '@tillback/server/products/groups.api.ts'
import { createProduct, mergeProduct, updateProduct } from '@tillback/server/products/products.api.ts'
import { applyPromotion, preparePromotion } from '@tillback/server/promotions/promotions.api.ts'
import { createAdaptor, printOnAdaptor, updateAdaptor } from '@tillback/server/provisioning/adaptors.api.ts'
import { actOnProvisioning } from '@tillback/server/provisioning/provisionings.api.ts'
import { submitPurchase } from '@tillback/server/purchases/purchases.api.ts'
import { rehearseSpending } from '@tillback/server/purchases/rehearse-spending.api.ts'
import { adHocReturn, cancelPurchase, returnGoods } from '@tillback/server/purchases/undo.api.ts'
import { evaluateOffers, previewRuleBook } from '@tillback/server/rehearsals/evaluate.api.ts'
import { replayLive, replayOffer } from '@tillback/server/rehearsals/replay.api.ts'
import { setAccountingMap } from '@tillback/server/reports/accounting-map.api.ts'
import { addSignUpCodes } from '@tillback/server/schemes/codes.api.ts'
import { changeMembership } from '@tillback/server/schemes/members.api.ts'
import { createScheme, updateScheme } from '@tillback/server/schemes/schemes.api.ts'
import { moveTestClock } from '@tillback/server/test-helpers/test-clock.api.ts'
import { triggerEvent } from '@tillback/server/test-helpers/triggers.api.ts'
import { wipeTestData } from '@tillback/server/test-helpers/wipe.api.ts'
import { createTier, setProgramme, updateTier } from '@tillback/server/tiers/tiers.api.ts'
import { endTillQueue, registerTill, sendQueuedPurchase } from '@tillback/server/tills/tills.api.ts'
import { setPreferences } from '@tillback/server/tokens/preferences.api.ts'
import { createToken } from '@tillback/server/tokens/tokens.api.ts'
import { cancelTopup, createTopup } from '@tillback/server/topups/topups.api.ts'
import { createTransfer } from '@tillback/server/wallet-transfers/wallet-transfers.api.ts'
import { setDefaultLimits, setWalletLimits } from '@tillback/server/wallets/limits.api.ts'
import { actOnPool, createPool, updatePool } from '@tillback/server/wallets/pools.api.ts'
import { createEndpoint, recoverEndpoint, updateEndpoint } from '@tillback/server/webhooks/webhooks.api.ts'
import type { z } from 'zod'

interface Sent {
  readonly name: string
  readonly method: string
  readonly path: string
  readonly body?: z.ZodType
}

/** Each request with a body that a form may send; rows by the thousand are looked at by the server alone. */
export const SENT: readonly Sent[] = [
  changeProcess,
  createOrganisation,
  updateOrganisation,
  updateBranding,
  putDietaryTags,
  createApiKey,
  rollApiKey,
  createUser,
  updateUser,
  updateOwnAccount,
  changeOwnPassword,
  enrolSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  removeSecondFactor,
  authenticateUser,
  refreshUser,
  acceptInvitation,
  forgotPassword,
  resetPassword,
  createContact,
  updateContact,
  revealContact,
  createScheme,
  updateScheme,
  addSignUpCodes,
  changeMembership,
  setProgramme,
  createTier,
  updateTier,
  createProduct,
  updateProduct,
  mergeProduct,
  createGroup,
  updateGroup,
  createFeed,
  updateFeed,
  actOnFeed,
  createPool,
  updatePool,
  actOnPool,
  setWalletLimits,
  setDefaultLimits,
  addNote,
  createAdjustment,
  decideAdjustment,
  createTopup,
  cancelTopup,
  createTransfer,
  createPlan,
  updatePlan,
  createPasses,
  setPassState,
  redeemPass,
  createOffer,
  updateOffer,
  setOfferAwards,
  setOfferState,
  putOfferState,
  createToken,
  setPreferences,
  addMethod,
  changeMethod,
  createProvider,
  updateProvider,
  makeFile,
  changeFile,
  requestPayout,
  changePayout,
  submitPurchase,
  rehearseSpending,
  cancelPurchase,
  returnGoods,
  adHocReturn,
  reclaimPurchase,
  decideClaim,
  registerTill,
  sendQueuedPurchase,
  endTillQueue,
  replayLive,
  replayOffer,
  previewRuleBook,
  evaluateOffers,
  reportAchievement,
  mergeContacts,
  undoMerge,
  tellApart,
  eraseContact,
  createEndpoint,
  updateEndpoint,
  recoverEndpoint,
  markCommunication,
  markInbox,
  updateSettings,
  updatePreferences,
  putTemplate,
  registerDevice,
  sendContactCode,
  validateContactCode,
  createCatalogue,
  updateCatalogue,
  createCategory,
  updateCategory,
  placeOrder,
  updateOrder,
  actOnOrder,
  estimateOrder,
  estimateFulfilment,
  createReason,
  updateReason,
  createStage,
  updateStage,
  createAdaptor,
  updateAdaptor,
  printOnAdaptor,
  actOnProvisioning,
  setAccountingMap,
  moveTestClock,
  wipeTestData,
  triggerEvent,
  preparePromotion,
  applyPromotion,
]

/**
 * What this server answers to a request that it refuses before it looks at anything stored; undefined: it has to be asked. The path
 * is without its query, the body as JSON tells it.
 */
export function refusalOf(method: string, path: string, body: unknown): ErrorBody | undefined {
  const schema = SENT.find((each) => each.method === method && isAt(path, each.path))?.body
  const read = schema?.safeParse(body)
  if (!schema || !read || read.success) return undefined
  return errorBody(refusalOfIssues(schema, read.error.issues, body), '')
}

function isAt(path: string, declared: string): boolean {
  const [parts, names] = [path.split('/'), declared.split('/')]
  return (
    parts.length === names.length && names.every((name, at) => name.startsWith('{') || name === parts[at])
  )
}
