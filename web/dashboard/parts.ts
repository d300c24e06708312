/** The parts of a view, the one that is shown first at the front. Whoever wants every screen finds them here. */
export const PARTS = {
  purchases: ['list', 'claims'],
  contacts: ['list', 'duplicates'],
  payouts: ['queue', 'approvals', 'files'],
  offers: ['offers', 'schemes', 'tiers', 'plans', 'pools'],
  products: ['products', 'groups', 'unknown'],
  venues: ['places', 'tills', 'codes'],
  reports: ['liability', 'settlement'],
  syncs: ['jobs', 'import-products', 'import-contacts'],
  tools: ['clock', 'beside', 'triggers', 'values', 'outbox', 'wipe', 'promotion'],
} as const

/** The same of the page of one contact, of one offer. */
export const PARTS_OF_ONE = {
  contacts: [
    'activity',
    'wallet',
    'purchases',
    'orders',
    'progress',
    'adjustments',
    'messages',
    'devices',
    'notes',
  ],
  offers: ['overview', 'edit', 'replay', 'versions'],
} as const
