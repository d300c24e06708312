import { type Route, route } from '../http/index.ts'
import * as adaptors from './adaptors.api.ts'
import {
  type AdaptorAccess,
  createAdaptor,
  getAdaptor,
  listAdaptors,
  showAdaptor,
  updateAdaptor,
} from './change-adaptors.ts'
import { listProvisionings, resend } from './list-provisionings.ts'
import * as provisionings from './provisionings.api.ts'

export type ProvisioningWiring = AdaptorAccess

export function provisioningRoutes(wiring: ProvisioningWiring): readonly Route[] {
  return [
    route(adaptors.createAdaptor, async (work, { body }) =>
      showAdaptor(await createAdaptor(work, body, wiring)),
    ),
    route(adaptors.listAdaptors, (work, { query }) => listAdaptors(work, query)),
    route(adaptors.getAdaptor, async (work, { params }) => showAdaptor(await getAdaptor(work, params.id))),
    route(adaptors.updateAdaptor, async (work, { params, body }) =>
      showAdaptor(await updateAdaptor(work, { id: params.id, change: body }, wiring)),
    ),
    route(provisionings.listProvisionings, (work, { query }) => listProvisionings(work, query)),
    route(provisionings.actOnProvisioning, (work, { params }) => resend(work, params.id)),
  ]
}
