import { type Route, route } from '../http/index.ts'
import type { Allowed } from '../outgoing/index.ts'
import { listDevices, registerDevice, removeDevice } from './change-devices.ts'
import { getPreferences, getSettings, updatePreferences, updateSettings } from './change-settings.ts'
import { deleteTemplate, listTemplates, putTemplate } from './change-templates.ts'
import * as api from './communications.api.ts'
import * as devices from './devices.api.ts'
import { listOutbox, readOutbox } from './outbox.ts'
import { getCommunication, listCommunications, markCommunication, markInbox } from './read-communications.ts'
import { resendNotification } from './resend-notification.ts'
import * as settings from './settings.api.ts'
import * as templates from './templates.api.ts'

export interface NotificationsWiring {
  /** Under which passwords of e-mail servers are sealed. */
  readonly notificationKey: Uint8Array
  /** With which browsers subscribe to push messages. */
  readonly pushKey: string
  /** Networks of the operator's own to which messages may go. */
  readonly messagesAllowed: Allowed
}

export function notificationsRoutes({
  notificationKey: key,
  pushKey,
  messagesAllowed: allowed,
}: NotificationsWiring): readonly Route[] {
  return [
    route(api.listCommunications, (work, { params, query }) => listCommunications(work, params.id, query)),
    route(api.getCommunication, (work, { params }) => getCommunication(work, params.id)),
    route(api.markCommunication, (work, { params, body }) =>
      markCommunication(work, { id: params.id, ...body }),
    ),
    route(api.markInbox, (work, { params, body }) => markInbox(work, { id: params.id, ...body })),
    route(api.resendPurchaseNotification, (work, { params }) => resendNotification(work, params.id)),
    route(settings.getSettings, (work) => getSettings(work)),
    route(settings.updateSettings, (work, { body }) => updateSettings(work, body, { key, allowed })),
    route(settings.getPreferences, (work, { params }) => getPreferences(work, params.id)),
    route(settings.updatePreferences, (work, { params, body }) => updatePreferences(work, params.id, body)),
    route(templates.listTemplates, (work, { query }) => listTemplates(work, query)),
    route(templates.putTemplate, (work, { params, body }) => putTemplate(work, params.id, body)),
    route(devices.getPushKey, async () => ({ public_key: pushKey })),
    route(devices.registerDevice, (work, { params, body }) =>
      registerDevice(work, { contact: params.id, body }, { key, allowed }),
    ),
    route(devices.listDevices, (work, { params, query }) => listDevices(work, params.id, query)),
    route(devices.removeDevice, (work, { params }) =>
      removeDevice(work, { contact: params.id, device: params.device }),
    ),
    route(listOutbox, (work, { query }) => readOutbox(work, query)),
    route(templates.deleteTemplate, (work, { params }) => deleteTemplate(work, params.id)),
  ]
}
