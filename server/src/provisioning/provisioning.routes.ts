import { commandRoute, type Route, route } from '../http/index.ts'
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
import { type PrintingWiring, printBytes } from './print-bytes.ts'
import * as provisionings from './provisionings.api.ts'

export type ProvisioningWiring = AdaptorAccess & PrintingWiring

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
    commandRoute(adaptors.printOnAdaptor, (command, { params, body }) =>
      printBytes(wiring, command, { id: params.id, content: body.content }),
    ),
    route(provisionings.listProvisionings, (work, { query }) => listProvisionings(work, query)),
    route(provisionings.actOnProvisioning, (work, { params }) => resend(work, params.id)),
  ]
}
