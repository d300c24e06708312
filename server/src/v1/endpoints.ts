import type { FlatEndpoint } from './flat-route.ts'
import type { Names } from './names.ts'

/** Who and where, as purchases and ad hoc returns have it. */
const BUYER_AND_PLACE: Names = {
  contact_id: 'contact.id',
  organisation_id: 'organisation.id',
  merchant_tap: 'organisation.merchant_tap',
  venue_tap: 'organisation.venue_tap',
}

const PURCHASE: Names = {
  ...BUYER_AND_PLACE,
  total_amount: 'transaction_amounts.total',
  net_amount: 'transaction_amounts.net',
  tax_amount: 'transaction_amounts.tax',
  discount_amount: 'transaction_amounts.discount',
  performed_on: 'date',
}

const AD_HOC_RETURN: Names = {
  ...BUYER_AND_PLACE,
  total_amount: 'transaction_amounts.total',
  net_amount: 'transaction_amounts.net',
  tax_amount: 'transaction_amounts.tax',
  performed_on: 'date',
}

const RECLAIM: Names = {
  ...BUYER_AND_PLACE,
  total_amount: 'transaction_amounts.total',
  net_amount: 'transaction_amounts.net',
  tax_amount: 'transaction_amounts.tax',
  discount_amount: 'transaction_amounts.discount',
}

const SUBMITTED: Names = {
  total_amount: 'transaction_amounts.total',
  total_net_amount: 'transaction_amounts.net',
  total_tax_amount: 'transaction_amounts.tax',
  discount_amount: 'transaction_amounts.discount',
  performed_on: 'date',
}

const ROW: Names = { ...SUBMITTED, created_date: 'created_on' }

const NUMBERED: Names = { number: 'code', life_cycle_state: 'state' }

const DATES: Names = { from_date: 'date.gte', to_date: 'date.lte' }

/**
 * Everything that version 1 serves and what it calls otherwise than version 2: the whole of the difference. Names are those that
 * clients of `/backoffice/v1` send and read.
 */
export const V1: readonly FlatEndpoint[] = [
  { of: 'submitPurchase', body: PURCHASE, reply: SUBMITTED, also: NUMBERED },
  { of: 'listPurchases', query: DATES, reply: ROW, also: NUMBERED },
  { of: 'getPurchase', reply: ROW, also: NUMBERED },
  { of: 'getPurchaseRewards' },
  { of: 'explainPurchase' },
  { of: 'cancelPurchase', also: { life_cycle_state: 'state' } },
  { of: 'adHocReturn', body: AD_HOC_RETURN },
  { of: 'returnGoods', also: { life_cycle_state: 'state' } },
  { of: 'listPurchaseReturns' },
  { of: 'listContacts' },
  { of: 'listCustomers' },
  { of: 'getContact' },
  { of: 'createContact' },
  { of: 'updateContact' },
  { of: 'listLoyaltyIdentifiers' },
  { of: 'sendContactCode', body: { send_method: 'method' } },
  { of: 'validateContactCode' },
  // Clients of version 1 write it both ways.
  {
    of: 'validateContactCode',
    name: 'validateContactCodeWithDashV1',
    path: '/backoffice/v1/contacts/{id}/validate-otp',
  },
  { of: 'getContactTier' },
  { of: 'createSpendToken' },
  { of: 'listSpendTokens' },
  { of: 'getSpendPreferences' },
  { of: 'setSpendPreferences' },
  { of: 'getWallet' },
  { of: 'listWalletTransactions' },
  { of: 'listOrganisations', query: { life_cycle_state: 'state' }, also: { life_cycle_state: 'state' } },
  { of: 'getOrganisation', also: { life_cycle_state: 'state' } },
  { of: 'listRewardOffers', query: { life_cycle_state: 'state' }, also: { life_cycle_state: 'state' } },
  { of: 'getRewardOffer', also: { life_cycle_state: 'state' } },
  { of: 'setRewardOfferState', also: { life_cycle_state: 'state' } },
  { of: 'setRewardOfferAwards', also: { life_cycle_state: 'state' } },
  { of: 'reclaimPurchase', body: RECLAIM },
  { of: 'listClaims' },
  { of: 'getClaim' },
  { of: 'synchroniseProducts' },
  { of: 'getProductSync' },
  { of: 'listRejectedRows' },
  { of: 'getProcess' },
  { of: 'changeProcess' },
  { of: 'listOrders' },
  { of: 'getOrder' },
  { of: 'placeOrder' },
  { of: 'actOnOrder' },
  { of: 'listOrderCancellationReasons' },
  { of: 'redeemPass' },
  { of: 'createTopup' },
  { of: 'listTopups' },
  { of: 'getTopup' },
  { of: 'cancelTopup' },
  { of: 'listWalletJournals' },
  { of: 'summariseWalletTotals' },
  { of: 'listCommerceBalances' },
  { of: 'authenticateUser' },
  { of: 'refreshUser' },
  { of: 'signUserOut' },
]
