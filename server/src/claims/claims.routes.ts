import { commandRoute, type Route, route } from '../http/index.ts'
import { present } from '../kit/invariant.ts'
import { contactNamed } from '../purchases/index.ts'
import { type WalletCodes, withOwnCode } from '../tokens/index.ts'
import { handOf } from './claim.ts'
import { type ClaimSources, claimReceipt } from './claim-receipt.ts'
import * as api from './claims.api.ts'
import { decideClaim } from './decide-claim.ts'
import { getClaim, listClaims } from './list-claims.ts'

export interface ClaimRouteOptions extends ClaimSources {
  readonly walletCodes: WalletCodes
}

export function claimRoutes({ walletCodes, ...sources }: ClaimRouteOptions): readonly Route[] {
  const { catalogues } = sources
  return [
    commandRoute(
      api.reclaimPurchase,
      (command, { query, body: { contact, ip_address: address, ...receipt } }) =>
        claimReceipt(sources, command, {
          isTrial: query.simulate,
          receipt,
          contactIn: async (work, catalogue) =>
            contactNamed(work, catalogue, await withOwnCode(work, contact, walletCodes)),
          address,
          askedBy: present(handOf(command.actor), 'a scope is held by a key or a person'),
        }),
    ),
    route(api.listClaims, (work, { query }) => listClaims(work, catalogues, query)),
    route(api.getClaim, (work, { params }) => getClaim(work, catalogues, params.id)),
    route(api.decideClaim, async (work, { params, body }) => {
      const { id } = await decideClaim(work, catalogues, { id: params.id, ...body })
      return getClaim(work, catalogues, id)
    }),
  ]
}
