import type { SignedIn } from '../client.ts'
import { chosenDevice, type Device, forgetDevice, keepDevice } from './device.ts'
import { bytesOfKey } from './key-bytes.ts'

/** NEEDS_INSTALL: phones of Apple push to apps on the home screen only. */
export type PushState = 'UNSUPPORTED' | 'NEEDS_INSTALL' | 'REFUSED' | 'OFF' | 'ON'

/** As it stands, without asking anybody for anything. */
export function pushState(): PushState {
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (!canPush) return isLooseOnApple() ? 'NEEDS_INSTALL' : 'UNSUPPORTED'
  if (Notification.permission === 'denied') return 'REFUSED'
  return Notification.permission === 'granted' && chosenDevice() ? 'ON' : 'OFF'
}

function isLooseOnApple(): boolean {
  return 'standalone' in navigator && navigator.standalone === false
}

/** Asks for the permission, so only ever after somebody wanted it. Answers whether messages come from now on. */
export async function switchOn(signedIn: SignedIn): Promise<PushState> {
  const permission = await Notification.requestPermission()
  if (permission !== 'granted') return pushState()
  await subscribe(signedIn)
  return pushState()
}

export async function switchOff({ client, session }: SignedIn): Promise<PushState> {
  const device = chosenDevice()
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.getSubscription()
  await subscription?.unsubscribe()
  if (device) await client.selfService.removeOwnDevice(session.contact, device.id)
  forgetDevice()
  return pushState()
}

/** Before signing out: what is for this contact is not shown to whoever has the device next. */
export async function leavePush(signedIn: SignedIn): Promise<void> {
  if (chosenDevice()) await switchOff(signedIn)
}

/** Browsers change their address now and then; the server is told of the new one when the app opens. */
export async function renewPush(signedIn: SignedIn): Promise<void> {
  const device = chosenDevice()
  if (!device || pushState() !== 'ON') return
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.getSubscription()
  if (subscription?.endpoint !== device.endpoint) await subscribe(signedIn)
}

async function subscribe({ client, session }: SignedIn): Promise<void> {
  const { public_key } = await client.selfService.getOwnPushKey()
  const { pushManager } = await navigator.serviceWorker.ready
  const subscription = await pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: bytesOfKey(public_key),
  })
  const { id } = await client.selfService.registerOwnDevice(session.contact, {
    registration_token: JSON.stringify(subscription),
    platform: matchMedia('(pointer: coarse)').matches ? 'MOBILE' : 'BROWSER',
  })
  const device: Device = { id, endpoint: subscription.endpoint }
  keepDevice(device)
}
