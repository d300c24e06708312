import { commandRoute, type Route } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import { contactNamed } from '../purchases/index.ts'
import { handOf } from './claim.ts'
import { type ClaimSources, claimReceipt } from './claim-receipt.ts'
import * as api from './claims.api.ts'

export type ClaimRouteOptions = ClaimSources

export function claimRoutes(sources: ClaimSources): readonly Route[] {
  return [
    commandRoute(api.reclaimPurchase, (command, { body: { contact, ...receipt } }) =>
      claimReceipt(sources, command, {
        receipt,
        contactIn: (work, catalogue) => contactNamed(work, catalogue, contact),
        askedBy: present(handOf(command.actor), 'a scope is held by a key or a person'),
      }),
    ),
  ]
}
