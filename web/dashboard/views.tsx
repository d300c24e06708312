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

export const SHOWN: Readonly<Partial<Record<View, ComponentType<ViewProps>>>> = {
  purchases: load(() => import('./purchases/purchases.tsx'), 'Purchases'),
  contacts: load(() => import('./contacts/contacts.tsx'), 'Contacts'),
  offers: load(() => import('./offers/offers.tsx'), 'Offers'),
  ledger: load(() => import('./ledger/ledger.tsx'), 'Ledger'),
}
