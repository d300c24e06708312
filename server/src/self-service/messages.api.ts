import { communicationsApi, devicesApi, tellingApi } from '../notifications/index.ts'
import { asOwn } from './as-own.ts'

export const listOwnCommunications = asOwn(communicationsApi.listCommunications, {
  name: 'listOwnCommunications',
  path: 'contacts/{id}/communications',
  summary: 'List what one was told, newest first; the inbox is channel=INAPP',
})
export const getOwnCommunication = asOwn(communicationsApi.getCommunication, {
  name: 'getOwnCommunication',
  path: 'communications/{id}',
  summary: 'Read a communication of one’s own',
})
export const markOwnCommunication = asOwn(communicationsApi.markCommunication, {
  name: 'markOwnCommunication',
  path: 'communications/{id}/actions',
  summary: 'Mark a communication as viewed or archived, or take the mark back',
})
/** Not of the contract: there each is marked by itself. */
export const markOwnInbox = asOwn(communicationsApi.markInbox, {
  name: 'markOwnInbox',
  path: 'contacts/{id}/communications/actions',
  summary: 'Mark one’s whole inbox as viewed',
})
export const listOwnDevices = asOwn(devicesApi.listDevices, {
  name: 'listOwnDevices',
  path: 'contacts/{id}/devices',
  summary: 'List the devices on which one reads push messages',
})
export const registerOwnDevice = asOwn(devicesApi.registerDevice, {
  name: 'registerOwnDevice',
  path: 'contacts/{id}/devices',
  summary: 'Register the device on which one reads push messages',
  status: 201,
})
export const removeOwnDevice = asOwn(devicesApi.removeDevice, {
  name: 'removeOwnDevice',
  path: 'contacts/{id}/devices/{device}',
  summary: 'Get no more push messages on a device',
})
/** Not of the contract: without it no browser can subscribe. */
export const getOwnPushKey = asOwn(
  devicesApi.getPushKey,
  {
    name: 'getOwnPushKey',
    path: 'web_push_key',
    summary: 'Read the key with which browsers subscribe to push messages',
  },
  'app',
)

export const getOwnTelling = asOwn(tellingApi.getPreferences, {
  name: 'getOwnTelling',
  path: 'contacts/{id}/communication_preferences',
  summary: 'Read how one is told what happens, besides the inbox',
})
export const changeOwnTelling = asOwn(tellingApi.updatePreferences, {
  name: 'changeOwnTelling',
  path: 'contacts/{id}/communication_preferences',
  summary: 'Change how one is told what happens, besides the inbox',
})
