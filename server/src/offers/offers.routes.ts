import { type Route, route } from '../http/index.ts'
import { createOffer } from './create-offers.ts'
import { deleteOffer } from './delete-offer.ts'
import { getOffer, listOffers, listVersions } from './list-offers.ts'
import * as api from './offers.api.ts'
import { setAward } from './set-award.ts'
import { setOfferState } from './set-offer-state.ts'
import { updateOffer } from './update-offer.ts'

export function offersRoutes(): readonly Route[] {
  return [
    route(api.listOffers, (work, { query }) => listOffers(work, query)),
    route(api.getOffer, (work, { params }) => getOffer(work, params.id)),
    route(api.listVersions, (work, { params, query }) => listVersions(work, params.id, query)),
    route(api.createOffer, async (work, { body }) => getOffer(work, await createOffer(work, body))),
    route(api.updateOffer, async (work, { params, body }) =>
      getOffer(work, await updateOffer(work, params.id, body)),
    ),
    route(api.deleteOffer, async (work, { params }) => ({ id: await deleteOffer(work, params.id) })),
    route(api.setOfferAwards, async (work, { params, body }) =>
      getOffer(work, await setAward(work, params.id, body.awards)),
    ),
    ...[api.setOfferState, api.putOfferState].map((endpoint) =>
      route(endpoint, async (work, { params, body }) =>
        getOffer(work, await setOfferState(work, params.id, body.life_cycle_state)),
      ),
    ),
  ]
}
