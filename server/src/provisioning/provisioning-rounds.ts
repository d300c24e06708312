import type { Logger } from 'pino'
import { openRounds, type Rounds } from '../db/index.ts'
import { type ProvisioningSources, provisionOrders } from './provision-orders.ts'

/** Sends orders to adaptors every so often. */
export function openProvisioningRounds({
  log,
  everyMs,
  ...sources
}: ProvisioningSources & { readonly log: Logger; readonly everyMs: number }): Rounds {
  return openRounds({ log, everyMs, of: 'provisioning', run: () => provisionOrders(sources) })
}
