import type { Tillback } from '@tillback/sdk'
import { ConfigError } from '../config-error.ts'
import { now } from './now.ts'

const UNITS = { s: 1, m: 60, h: 3_600, d: 86_400 } as const
const AS_LONG = /^(\d{1,6})([smhd])$/

/** The cursor of the last event before a time; undefined: nothing has happened yet. */
export async function cursorBefore(client: Tillback, since: string): Promise<string | undefined> {
  const from = await secondsOf(client, since)
  let oldest: string | undefined
  for await (const { created_on, cursor } of client.webhooks.eachEvent({ order: 'DESC' })) {
    if (created_on < from) return cursor
    oldest = cursor
  }
  return oldest === undefined ? undefined : String(BigInt(oldest) - 1n)
}

async function secondsOf(client: Tillback, since: string): Promise<number> {
  const [, count, unit] = AS_LONG.exec(since) ?? []
  if (count === undefined) {
    const at = Date.parse(since)
    if (Number.isNaN(at))
      throw new ConfigError(`--since ${since}: 15m, 2h, 3d or a time such as 2026-11-30T08:00Z`)
    return at / 1_000
  }
  const seconds = unit === 's' || unit === 'm' || unit === 'h' || unit === 'd' ? UNITS[unit] : 1
  return (await nowOf(client)) - Number(count) * seconds
}

/** The clock of TEST mode may have been moved; whoever may not read it gets that of this machine. */
async function nowOf(client: Tillback): Promise<number> {
  const clock = await client.testHelpers.readTestClock().catch(() => undefined)
  return clock?.now ?? now().getTime() / 1_000
}
