import { getContact, lockContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Allowed } from '../outgoing/index.ts'
import type { DeviceBody, DeviceReply, DevicesQuery } from './devices.api.ts'
import { countDevices, deleteDevice, keepNewest, pageOfDevices, saveDevice } from './devices.store.ts'
import { readSubscription } from './subscription.ts'

const MOST_DEVICES = 10

export async function registerDevice(
  work: Work,
  { contact: name, body }: { readonly contact: string; readonly body: DeviceBody },
  { key, allowed }: { readonly key: Uint8Array; readonly allowed: Allowed },
): Promise<{ readonly id: string }> {
  const subscription = readSubscription(body.registration_token, work.actor.mode, allowed)
  const { id: contact } = await lockContact(work, name)
  const labels = {
    mac_address: body.mac_address ?? null,
    serial_number: body.serial_number ?? null,
    electronic_id: body.electronic_id ?? null,
    application_id: body.application_id ?? null,
  }
  const id = await saveDevice(
    work,
    { contact, platform: body.platform ?? 'BROWSER', labels, subscription },
    key,
  )
  await keepNewest(work, contact, MOST_DEVICES)
  return { id }
}

export async function listDevices(work: Work, name: string, list: DevicesQuery): Promise<Page<DeviceReply>> {
  const { id: contact } = await getContact(work, name)
  const rows = await pageOfDevices(work, contact, list)
  const total = list.include_total ? await countDevices(work, contact) : null
  const request = { page: list.page, size: list.size, includeTotal: list.include_total }
  return pageOf(
    request,
    rows,
    ({ id, platform, service, labels, createdAt }) => ({
      id,
      platform,
      push_service: service,
      ...labels,
      registration_date: epochSeconds(createdAt),
    }),
    total,
  )
}

export async function removeDevice(
  work: Work,
  { contact: name, device }: { readonly contact: string; readonly device: string },
): Promise<{ readonly id: string }> {
  const { id: contact } = await getContact(work, name)
  await deleteDevice(work, { id: device, contact })
  return { id: device }
}
