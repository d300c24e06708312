import { type Route, route } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import * as api from './contacts.api.ts'
import { createContact } from './create-contact.ts'
import { getContact, listLoyaltyIdentifiers } from './get-contact.ts'
import { searchContacts } from './search-contacts.ts'
import { type BalancesOf, showContacts } from './show-contact.ts'
import { updateContact } from './update-contact.ts'

export interface ContactsWiring {
  readonly balancesOf: BalancesOf
}

export function contactsRoutes({ balancesOf }: ContactsWiring): readonly Route[] {
  return [
    route(api.listContacts, (work, { query }) => searchContacts(work, query, balancesOf)),
    route(api.listCustomers, (work, { query }) => searchContacts(work, query, balancesOf)),
    route(api.createContact, (work, { body }) => createContact(work, body)),
    route(api.getContact, async (work, { params, query }) => {
      const found = await getContact(work, params.id)
      const [shown] = await showContacts(work, [found], { ...query, balancesOf })
      return present(shown, 'a contact that was found is shown')
    }),
    route(api.updateContact, async (work, { params, body }) => {
      const changed = await updateContact(work, params.id, body)
      const withWallet = { include_wallet: true, include_financials: false }
      const [shown] = await showContacts(work, [changed], { ...withWallet, balancesOf })
      return present(shown, 'a contact that was changed is shown')
    }),
    route(api.listLoyaltyIdentifiers, (work, { params, query }) =>
      listLoyaltyIdentifiers(work, params.id, query),
    ),
  ]
}
