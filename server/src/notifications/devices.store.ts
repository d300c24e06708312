import { createHash } from 'node:crypto'
import { statement, type Work } from '../db/index.ts'
import { type ContactId, type DeviceId, idOf, newId, parseGuid } from '../kit/id.ts'
import { seal, unseal } from '../kit/sealed.ts'
import { hostOf } from '../outgoing/index.ts'
import type { PLATFORMS } from './devices.api.ts'
import type { Subscription } from './subscription.ts'

export type Labels = Readonly<
  Record<'mac_address' | 'serial_number' | 'electronic_id' | 'application_id', string | null>
>

export interface Device {
  readonly id: DeviceId
  readonly platform: (typeof PLATFORMS)[number]
  readonly service: string
  readonly labels: Labels
  readonly createdAt: Date
}

// Another contact's device gets another id, so that nothing that waits for them goes to the new one.
const SAVE = statement(
  'notifications_save_device',
  `insert into devices as d (tenant, id, contact_id, platform, service, address_hash, subscription, labels, created_at)
   values ($1::int, $2::uuid, $3::uuid, $4::text, $5::text, $6::bytea, $7::bytea, $8::json, $9::timestamptz)
       on conflict (tenant, address_hash) do update
      set id = case when d.contact_id = excluded.contact_id then d.id else excluded.id end,
          contact_id = excluded.contact_id, platform = excluded.platform, subscription = excluded.subscription,
          labels = excluded.labels, created_at = excluded.created_at
   returning d.id`,
)

export interface Registering {
  readonly contact: ContactId
  readonly platform: Device['platform']
  readonly labels: Labels
  readonly subscription: Subscription
}

/** An address is one device: registered again it stays, or goes over to the contact who uses it now. */
export async function saveDevice(
  { sql, actor, at }: Work,
  { contact, platform, labels, subscription }: Registering,
  key: Uint8Array,
): Promise<DeviceId> {
  const { address, publicKey, auth } = subscription
  const hash = createHash('sha256').update(address).digest()
  const sealed = seal(key, ownerOf(hash), { address, publicKey, auth })
  const service = hostOf(new URL(address))
  const values = [contact, platform, service, hash, sealed, JSON.stringify(labels), at]
  const [saved] = await sql.run<{ id: DeviceId }>(SAVE, [actor.tenant, newId<DeviceId>(), ...values])
  return saved?.id ?? newId<DeviceId>()
}

/** Bound into what is sealed, so that it opens in no other row. */
function ownerOf(hash: Buffer): string {
  return `device ${hash.toString('hex')}`
}

const KEEP_NEWEST = statement(
  'notifications_keep_newest_devices',
  `delete from devices
    where tenant = $1::int and contact_id = $2::uuid and id not in (
      select id from devices where tenant = $1::int and contact_id = $2::uuid order by created_at desc, id desc limit $3::int)`,
)

export async function keepNewest({ sql, actor }: Work, contact: ContactId, most: number): Promise<void> {
  await sql.run(KEEP_NEWEST, [actor.tenant, contact, most])
}

export async function pageOfDevices(
  { db, actor }: Work,
  contact: ContactId,
  { page, size, order }: { readonly page: number; readonly size: number; readonly order: 'ASC' | 'DESC' },
): Promise<readonly Device[]> {
  const direction = order === 'ASC' ? 'asc' : 'desc'
  const rows = await db
    .selectFrom('devices')
    .select(['id', 'platform', 'service', 'labels', 'created_at'])
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .orderBy('created_at', direction)
    .orderBy('id', direction)
    .limit(size + 1)
    .offset((page - 1) * size)
    .execute()
  return rows.map((row) => ({
    id: idOf<DeviceId>(row.id),
    platform: row.platform,
    service: row.service,
    labels: row.labels,
    createdAt: row.created_at,
  }))
}

export async function countDevices({ db, actor }: Work, contact: ContactId): Promise<number> {
  const { total } = await db
    .selectFrom('devices')
    .select(({ fn }) => fn.countAll<bigint>().as('total'))
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .executeTakeFirstOrThrow()
  return Number(total)
}

/** Of the contact, or of whoever has it: another's stays. */
export async function deleteDevice(
  { db, actor }: Work,
  { id, contact }: { readonly id: string; readonly contact?: ContactId },
): Promise<void> {
  const guid = parseGuid(id)
  if (guid === undefined) return
  await db
    .deleteFrom('devices')
    .where('tenant', '=', actor.tenant)
    .where('id', '=', guid)
    .$if(contact !== undefined, (query) => query.where('contact_id', '=', contact ?? ''))
    .execute()
}

/** Undefined: it is registered no more. */
export async function subscriptionOf(
  { db, actor }: Work,
  id: string,
  key: Uint8Array,
): Promise<Subscription | undefined> {
  const row = await db
    .selectFrom('devices')
    .select(['address_hash', 'subscription'])
    .where('tenant', '=', actor.tenant)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { address = '', publicKey = '', auth = '' } = unseal(key, ownerOf(row.address_hash), row.subscription)
  return { address, publicKey, auth }
}
