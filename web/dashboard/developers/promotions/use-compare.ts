import { viewOf } from '../../address.ts'
import { go } from '../../use-address.ts'
import { useCommand } from '../../use-command.ts'
import type { Kind } from './queries.ts'

const A_WHILE = 60_000

/** Compares both modes and goes to what came of it. */
export function useCompare() {
  return useCommand({
    run: async (client, kinds: readonly Kind[]) => {
      const prepared = await client.promotions.prepare({ kinds }, { timeout: A_WHILE })
      go(viewOf('tools', { id: prepared.id }))
      return prepared
    },
    changes: [['promotions']],
  })
}
