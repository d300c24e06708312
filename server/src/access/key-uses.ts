import type { Database } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { ApiKeyId } from '../kit/id.ts'
import { saveKeyUses } from './api-keys.store.ts'

export interface KeyUse {
  readonly tenant: Tenant
  readonly id: ApiKeyId
  readonly at: Date
  /** Undefined for keys that stand in apps: it would be a shopper's. */
  readonly from: string | undefined
}

/** Remembers in memory which keys were used, so that no request waits for it to be written. */
export interface KeyUses {
  note(use: KeyUse): void
  /** Writes all that came since the last time, in one statement; of each key at most once a minute. */
  write(): Promise<void>
}

export function openKeyUses(database: Database): KeyUses {
  let waiting = new Map<ApiKeyId, KeyUse>()
  return {
    note: (use) => void waiting.set(use.id, use),
    write: async () => {
      if (waiting.size === 0) return
      const written = waiting
      waiting = new Map()
      try {
        await saveKeyUses(database.query, [...written.values()])
      } catch (error) {
        // What is not written now is written with the next: what came meanwhile is newer.
        waiting = new Map([...written, ...waiting])
        throw error
      }
    },
  }
}
