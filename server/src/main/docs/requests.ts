import type { Operation } from './document.ts'
import { queryOf, rootOf, sampleOf } from './samples.ts'

/** What an example sends. */
export interface ExampleRequest {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

type Told = Partial<Pick<ExampleRequest, 'query' | 'body'>>

const hash = '9f86'.repeat(16)
const OF_A_USER = `0199b1c45a7e7c219f3d6b0c8d2e4f11_${'x'.repeat(43)}`

const place = { merchant_tap: { code: '102' }, venue_tap: { code: '400' } }
const contact = { loyalty_identifier: '6' }
const order = {
  contact,
  organisation: place,
  supply_method: 'PICK_UP',
  items: [{ sku: '10-204', name: 'Flat white', quantity: 2, price: '2.50', notes: 'No sugar' }],
}
const coffee = { type: 'FAMILY', code: 'HOT' }

/**
 * Requests that say more than the required fields do. Merchant 102, venue 400 and contact 6 are of the demo
 * business, so that an example can be pasted after the first start; tests send all of them to a server, in
 * the order of a first day.
 */
const TOLD: Readonly<Record<string, Told>> = {
  moveTestClock: { body: { by: 'PT1H' } },
  submitPurchase: {
    body: {
      reference_number: 'R-1001',
      contact,
      organisation: place,
      transaction_amounts: { total: '12.50' },
      products: [
        {
          sku: '10-204',
          name: 'Flat white',
          quantity: 2,
          total_amount: '12.50',
        },
      ],
    },
  },
  registerTill: {
    body: {
      name: 'Counter 1',
      public_key: {
        kty: 'EC',
        crv: 'P-256',
        x: 'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
        y: '4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM',
      },
    },
  },
  sendQueuedPurchase: { body: { counter: 1, previous: hash, payload: '{}', signature: 'e3'.repeat(43) } },
  endTillQueue: { body: { counter: 3, head: hash, signature: 'e3'.repeat(43) } },
  submitPurchaseV1: {
    body: { reference_number: 'R-1002', contact_id: 'C-7731', ...place, total_amount: '12.50' },
  },
  adHocReturnV1: { body: { reference_number: 'RET-18', contact, ...place, return_amount: '2.50' } },
  returnGoods: {
    body: { reference_number: 'RET-16', products: [{ sku: '10-204', quantity: 1 }] },
  },
  actOnCommercePool: { body: { action: 'ACTIVATE', contact_id: 'C-7731' } },
  adHocReturn: {
    body: {
      reference_number: 'RET-17',
      contact,
      organisation: place,
      return_amount: '12.50',
    },
  },
  evaluateRewardOffers: {
    body: {
      facts: {
        at: '2026-11-23T12:30:00+02:00',
        place: {
          merchant: '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f12',
          name: 'Store 400',
          zone: 'America/New_York',
        },
        contact: { id: '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f13', since: '2026-01-05T09:00:00Z' },
        lines: [{ sku: '10-204', family: 'HOT', quantity: '2', gross: '12.50' }],
        paid: ['2.50'],
      },
    },
  },
  reportAchievement: {
    body: { reference_number: 'A-1001', contact, classification: { name: 'Review' } },
  },
  cancelPurchase: { body: { reason: 'Rung up twice' } },
  listPurchases: { query: { reference_number: 'R-1001' } },
  listContacts: { query: { loyalty_identifier: '6' } },
  listCustomers: { query: { loyalty_identifier: '6' } },
  createContact: {
    body: {
      code: 'C-7731',
      first_name: 'Maria',
      last_name: 'Petrou',
      phones: [{ number: '+35799123456' }],
    },
  },
  synchroniseContacts: { body: { contacts: [{ code: 'C-7732', phones: [{ number: '+35799765432' }] }] } },
  updateContact: { body: { birthday: '1990-05-31', name_day: '07-26', segments: ['VIP'] } },
  changeContactMembership: { body: { reward_scheme_id: 'STAFF', sign_up_code: '7K2MXQ4D9F' } },
  createRewardScheme: {
    body: {
      code: 'STAFF',
      name: 'Staff',
      sign_up_option: 'CLOSE_LOOP_SIGN_UP',
      sign_up_method: 'CODE',
    },
  },
  updateRewardScheme: { body: { name: 'Staff and family' } },
  addSignUpCodes: { body: { count: 100 } },
  getWallet: { query: { include_lots: true } },
  createRewardOffer: {
    body: {
      code: 'FIVE-BACK',
      name: 'Five percent back',
      award: { kind: 'PERCENTAGE', rate: 5 },
      conditions: [{ kind: 'AMOUNT', minimum: '5.00' }],
      commerce_pool: { code: 'SMALL-STORES' },
      limits: { budget: '500.00' },
      state: 'ACTIVE',
    },
  },
  updateRewardOffer: { body: { award: { kind: 'PERCENTAGE', rate: '7.5' } } },
  createCommercePool: {
    body: {
      code: 'COFFEE',
      name: 'Coffee and bakery',
      products: [coffee],
      validity: { count: 6, unit: 'MONTHS' },
    },
  },
  updateCommercePool: { body: { validity: { count: 1, unit: 'YEARS' } } },
  updateRewardTierProgramme: { body: { conversion_rate: '1', period: 'YEAR' } },
  createRewardTier: { body: { code: 'GOLD', name: 'Gold', value_units: 500 } },
  updateRewardTier: { body: { value_units: 600 } },
  createPassPlan: {
    body: {
      code: 'WELCOME',
      name: 'Welcome card',
      maximum_usage: 1,
      validity: { type: 'PERIOD', count: 3, unit: 'MONTHS' },
      code_format: { type: 'ALPHANUMERIC', length: 8, prefix: 'HI-' },
    },
  },
  updatePassPlan: { body: { maximum_usage_per_contact: 1 } },
  createPasses: { body: { pass_plan_id: 'WELCOME', code: 'HI-MARIA1', pin: '4711' } },
  updatePass: { body: { state: 'INACTIVE' } },
  redeemPass: {
    body: {
      code: 'GIFT-8KMQ2Z7P',
      pin: '4711',
      contact_id: 'C-7731',
      organisation: { venue_tap: { code: 'V-12' } },
    },
  },
  listProducts: { query: { search_value: 'flat' } },
  createProduct: { body: { sku: '10-204', name: 'Flat white', family: { code: 'HOT', name: 'Hot drinks' } } },
  analyseOwn: { query: { frequency: 'MONTHLY', metrics: 'total_orders,awards_per_month' } },
  acceptInvitation: { body: { invitation: `tbi_1_${OF_A_USER}`, password: 'correct horse battery' } },
  resetPassword: { body: { code: `tbp_1_${OF_A_USER}`, password: 'correct horse battery' } },
  createProductFeed: {
    body: {
      name: 'Articles of the till',
      url: 'https://till.example.com/articles.csv',
      format: 'CSV',
      schedule: '30 4 * * 1-6',
    },
  },
  synchroniseProducts: {
    body: { products: [{ sku: '10-205', name: 'Espresso', family: { code: 'HOT', name: 'Hot drinks' } }] },
  },
  mergeProduct: { body: { into: '10-205' } },
  updateProduct: { body: { name: 'Flat white, large' } },
  createProductGroup: { body: { kind: 'FAMILY', code: 'TIPS', name: 'Tips', earns: false } },
  updateProductGroup: { body: { earns: false } },
  setWalletLimits: {
    body: {
      rules: [{ name: 'Gifts', maximum_amount: '50.00', period: 'DAILY', applies_for: ['TRANSFER'] }],
    },
  },
  setDefaultWalletLimits: {
    body: { rules: [{ name: 'Spending', maximum_number: 20, period: 'WEEKLY', applies_for: ['DEBIT'] }] },
  },
  createAdjustment: {
    body: { type: 'CREDIT', amount: '5.00', reason: 'Till was down on Friday', reference_number: 'CASE-481' },
  },
  decideAdjustment: { body: { action: 'APPROVE', notes: 'Receipt seen' } },
  createTopup: {
    body: {
      contact_id: 'C-7731',
      amount: '20.00',
      payment_method: { type: 'CASH' },
      organisation: { venue_tap: { code: 'V-12' } },
    },
  },
  createWalletTransfer: {
    body: { destination: { contact_id: 'C-7731' }, amount: '2.00', notes: 'Coffee is on me' },
  },
  createPaymentMethod: {
    body: {
      payment_method_type: 'ACCOUNT',
      account_debit: { iban: 'CY17 0020 0128 0000 0012 0052 7600', account_name: 'Maria Petrou' },
    },
  },
  updatePaymentMethod: { body: { is_primary: true } },
  createPayoutProvider: {
    body: {
      kind: 'SEPA',
      sepa: { name: 'Large Stores Ltd', iban: 'CY17 0020 0128 0000 0012 0052 7600' },
    },
  },
  updatePayoutProvider: { body: { state: 'INACTIVE' } },
  createPayout: {
    body: {
      wallet_id: '7310482256019934',
      amount: '20.00',
      payment_method: { id: '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11', type: 'ACCOUNT' },
    },
  },
  changePayout: { body: { action: 'RETRY' } },
  createPayoutFile: { body: {} },
  changePayoutFile: { body: { action: 'MARK_SENT' } },
  createOrganisation: {
    body: {
      type: 'VENUE',
      name: 'Ledra Street',
      code: 'LEDRA',
      parent: { code: 'LARGE-STORES' },
      taps: [{ code: '9001' }],
    },
  },
  updateOrganisation: { body: { name: 'Ledra Street 21' } },
  createOrderCatalogue: { body: { name: 'Breakfast', organisations: ['STORE-400'] } },
  updateOrderCatalogue: { body: { description: 'Until eleven' } },
  createOrderCategory: { body: { name: 'Drinks', products: [{ sku: '10-204' }] } },
  updateOrderCategory: { body: { products: [{ sku: '10-204' }] } },
  estimateOrderFulfillment: { body: { supply_method: 'PICK_UP' } },
  estimateOrder: { body: order },
  placeOrder: { body: { ...order, payments: [{ payment_method_type: 'CASH' }] } },
  listOrders: { query: { state: 'NEW' } },
  actOnOrder: { body: { action: 'COMPLETE' } },
  updateOrder: { body: { stage_id: 'IN_THE_KITCHEN' } },
  createOrderCancellationReason: { body: { name: 'Kitchen closed' } },
  updateOrderCancellationReason: { body: { state: 'INACTIVE' } },
  createOrderStage: { body: { name: 'In the kitchen', state: 'IN_PROGRESS', is_default: true } },
  updateOrderStage: { body: { colour: '#1a7f37' } },
  createApiKey: {
    body: {
      name: 'Till 1',
      scopes: ['purchases:write'],
      organisation: { id: 'STORE-400' },
    },
  },
}

/** How paths of the reference name their record. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  Purchases: 'R-1001',
  Contacts: '6',
  Products: '10-204',
  Orders: 'O000001',
  'Order catalogues': 'BREAKFAST',
  'Order cancellation reasons': 'OUT_OF_STOCK',
  'Order stages': 'IN_THE_KITCHEN',
  'Product groups': 'HOT',
  Organisations: 'LEDRA',
  Wallets: '7310482256019934',
  'Reward offers': 'FIVE-BACK',
  'Reward schemes': 'STAFF',
  'Commerce pools': 'COFFEE',
  'Reward tiers': 'GOLD',
  'Pass plans': 'WELCOME',
  Passes: 'HI-MARIA1',
  'Payment methods': '6',
  'Payout providers': 'SEPA',
}

/** Of the second name of a path. */
const WITHIN: Readonly<Record<string, string>> = { category_id: 'DRINKS', product_id: '10-204' }

export function requestOf(operation: Operation): ExampleRequest {
  // Version 1 is told with the example of version 2 where it has the same fields.
  const told = TOLD[operation.name] ?? TOLD[operation.name.replace(/V1$/, '')]
  const id = IDENTIFIERS[operation.tag] ?? '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11'
  return {
    path: Object.fromEntries(operation.params.map(({ name }) => [name, WITHIN[name] ?? id])),
    query: told?.query ?? queryOf(operation),
    body: operation.body && (told?.body ?? sampleOf(operation.body, false, rootOf(operation))),
  }
}
