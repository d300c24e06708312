import type { Work } from '../db/index.ts'
import { bulkRoute, type Route, route } from '../http/index.ts'
import type { ContactId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import type { Contact } from './contact.ts'
import * as rowsApi from './contact-rows.api.ts'
import * as api from './contacts.api.ts'
import { createContact } from './create-contact.ts'
import { getContact, listLoyaltyIdentifiers } from './get-contact.ts'
import * as revealApi from './reveal.api.ts'
import { revealContact } from './reveal-contact.ts'
import { type LastPurchases, type OwnWalletCode, searchContacts } from './search-contacts.ts'
import { type BalancesOf, showContacts } from './show-contact.ts'
import { signedInRoutes } from './signed-in.routes.ts'
import { synchroniseContacts } from './synchronise-contacts.ts'
import { updateContact } from './update-contact.ts'

export interface ContactsWiring {
  readonly balancesOf: BalancesOf
  /** The wallet's own code behind one that it shows for a minute. */
  readonly ownWalletCode: OwnWalletCode
  readonly lastPurchases: LastPurchases
  /** What else happens in the transaction that registers or changes contacts. */
  readonly afterEntered: (work: Work, entered: EnteredContacts) => Promise<void>
  /** Makes the authenticator look callers up again: who was signed out is so at once. */
  readonly forgetCallers: () => void
}

export interface EnteredContacts {
  readonly created: readonly ContactId[]
  /** Where nothing changed, `before` is `after`. */
  readonly changed: readonly { readonly before: Contact; readonly after: Contact }[]
}

export function contactsRoutes({
  balancesOf,
  ownWalletCode,
  lastPurchases,
  afterEntered,
  forgetCallers,
}: ContactsWiring): readonly Route[] {
  const given = { balancesOf, ownWalletCode, lastPurchases }
  return [
    route(api.listContacts, (work, { query }) => searchContacts(work, query, given)),
    route(api.listCustomers, (work, { query }) => searchContacts(work, query, given)),
    route(api.createContact, async (work, { body }) => {
      const created = await createContact(work, body)
      await afterEntered(work, { created: [created.id], changed: [] })
      return created
    }),
    bulkRoute(rowsApi.synchroniseContacts, (work, rows, { simulate }) =>
      synchroniseContacts(work, rows, { isTrial: simulate, afterEntered }),
    ),
    route(api.getContact, async (work, { params, query }) => {
      const found = await getContact(work, params.id)
      const [shown] = await showContacts(work, [found], { ...query, balancesOf })
      return present(shown, 'a contact that was found is shown')
    }),
    route(api.updateContact, async (work, { params, body }) => {
      const change = await updateContact(work, params.id, body)
      await afterEntered(work, { created: [], changed: [change] })
      const withWallet = { include_wallet: true, include_financials: false }
      const [shown] = await showContacts(work, [change.after], { ...withWallet, balancesOf })
      return present(shown, 'a contact that was changed is shown')
    }),
    route(revealApi.revealContact, (work, { params, body }) => revealContact(work, params.id, body)),
    route(api.listLoyaltyIdentifiers, (work, { params, query }) =>
      listLoyaltyIdentifiers(work, params.id, query),
    ),
    ...signedInRoutes(forgetCallers),
  ]
}
