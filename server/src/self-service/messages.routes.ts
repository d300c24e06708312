import { type Route, route } from '../http/index.ts'
import {
  communicationsApi,
  devicesApi,
  getCommunication,
  markCommunication,
  tellingApi,
} from '../notifications/index.ts'
import { contactRoute } from './as-own.ts'
import type { BackOffice } from './ask-back-office.ts'
import * as api from './messages.api.ts'
import { signedIn } from './own.ts'

export function messagesRoutes(office: BackOffice): readonly Route[] {
  return [
    contactRoute(office, api.listOwnCommunications, communicationsApi.listCommunications),
    route(api.getOwnCommunication, (work, { params }) =>
      getCommunication(work, params.id, signedIn(work).id),
    ),
    route(api.markOwnCommunication, (work, { params, body }) =>
      markCommunication(work, { id: params.id, of: signedIn(work).id, ...body }),
    ),
    contactRoute(office, api.markOwnInbox, communicationsApi.markInbox),
    contactRoute(office, api.listOwnDevices, devicesApi.listDevices),
    contactRoute(office, api.registerOwnDevice, devicesApi.registerDevice),
    contactRoute(office, api.removeOwnDevice, devicesApi.removeDevice),
    contactRoute(office, api.getOwnTelling, tellingApi.getPreferences),
    contactRoute(office, api.changeOwnTelling, tellingApi.updatePreferences),
    route(api.getOwnPushKey, (work) => office.ask(work, devicesApi.getPushKey, {})),
  ]
}
