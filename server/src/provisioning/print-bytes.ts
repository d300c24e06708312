import { type Database, transact } from '../db/index.ts'
import { type Command, earlierReply, type RawReply, storeReply } from '../http/index.ts'
import { invalidField, notFound } from '../kit/error.ts'
import type { Allowed } from '../outgoing/index.ts'
import type { PrinterSettings } from './adaptor.ts'
import { findAdaptor } from './adaptors.store.ts'
import { print } from './printer.ts'
import { PrinterAway } from './provisioning.errors.ts'

export interface PrintingWiring {
  readonly database: Database
  readonly adaptorsAllowed: Allowed
}

const WITHIN_MS = 8_000

/** Brings a till's bytes to a printer of the shop; no transaction waits for the paper. The same key again prints nothing twice. */
export async function printBytes(
  { database, adaptorsAllowed: allowed }: PrintingWiring,
  command: Command,
  { id, content }: { readonly id: string; readonly content: string },
): Promise<RawReply> {
  const { idempotencyKey: key, hash } = command
  const ready = await transact(database, command, async (work) => {
    const earlier = key === undefined ? undefined : await earlierReply(work, key, hash)
    if (earlier) return earlier
    const adaptor = await findAdaptor(work, id)
    if (!adaptor) throw notFound('order_adaptor', id)
    if (adaptor.kind !== 'PRINTER')
      throw invalidField('id', adaptor.kind, 'an adaptor of the kind PRINTER is needed')
    return adaptor.settings
  })
  if ('text' in ready) return ready
  const bytes = Buffer.from(content, 'base64')
  await printNow(ready, bytes, { id, allowed })
  const reply = { status: 200, text: JSON.stringify({ id, bytes: bytes.length }) }
  if (key !== undefined) await transact(database, command, (work) => storeReply(work, key, hash, reply))
  return reply
}

async function printNow(
  settings: PrinterSettings,
  bytes: Uint8Array,
  { id, allowed }: { readonly id: string; readonly allowed: Allowed },
): Promise<void> {
  const { error } = await print(settings, bytes, { allowed, withinMs: WITHIN_MS })
  if (error !== undefined) throw PrinterAway({ parameters: [id, error], detail: `The printer: ${error}.` })
}
