import type { Logger } from 'pino'
import { isOverloaded, isPassing } from '../db/index.ts'
import { type ProvisioningSources, provisionOrders } from './provision-orders.ts'

export interface ProvisioningRounds {
  /** Begins no more rounds and waits for the one that runs. */
  close(): Promise<void>
}

/** Sends orders to adaptors every so often, one round at a time. */
export function openProvisioningRounds({
  log,
  everyMs,
  ...sources
}: ProvisioningSources & { readonly log: Logger; readonly everyMs: number }): ProvisioningRounds {
  let round: Promise<void> | undefined
  const run = async () => {
    try {
      await provisionOrders(sources)
    } catch (err) {
      // A database that is away is asked again in the next round; requests tell of it.
      if (!isPassing(err) && !isOverloaded(err)) log.error({ err }, 'a round of provisioning failed')
    }
  }
  const timer = setInterval(() => {
    round ??= run().finally(() => {
      round = undefined
    })
  }, everyMs)
  return {
    close: async () => {
      clearInterval(timer)
      await round
    },
  }
}
