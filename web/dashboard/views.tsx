import { type ComponentType, lazy } from 'react'
import type { Address, View } from './address.ts'

export interface ViewProps {
  readonly address: Address
}

/** Each view with all below it is fetched when it is looked at first. */
const load = <Name extends string>(
  module: () => Promise<Readonly<Record<Name, ComponentType<ViewProps>>>>,
  name: Name,
) => lazy(async () => ({ default: (await module())[name] }))

export const SHOWN: Readonly<Record<View, ComponentType<ViewProps>>> = {
  home: load(() => import('./home/home.tsx'), 'Home'),
  purchases: load(() => import('./purchases/purchases.tsx'), 'Purchases'),
  contacts: load(() => import('./contacts/contacts.tsx'), 'Contacts'),
  payouts: load(() => import('./payouts/payouts.tsx'), 'Payouts'),
  offers: load(() => import('./offers/offers.tsx'), 'Offers'),
  products: load(() => import('./products/products.tsx'), 'Products'),
  orders: load(() => import('./orders/orders.tsx'), 'Orders'),
  venues: load(() => import('./venues/venues.tsx'), 'Venues'),
  reports: load(() => import('./reports/reports.tsx'), 'Reports'),
  ledger: load(() => import('./ledger/ledger.tsx'), 'Ledger'),
  keys: load(() => import('./developers/keys.tsx'), 'Keys'),
  webhooks: load(() => import('./developers/webhooks.tsx'), 'Webhooks'),
  requests: load(() => import('./developers/requests.tsx'), 'Requests'),
  events: load(() => import('./developers/events.tsx'), 'Events'),
  tools: load(() => import('./developers/tools.tsx'), 'Tools'),
  syncs: load(() => import('./syncs/syncs.tsx'), 'Syncs'),
  audit: load(() => import('./admin/audit.tsx'), 'Audit'),
  settings: load(() => import('./admin/settings.tsx'), 'Settings'),
  team: load(() => import('./admin/team.tsx'), 'Team'),
}
