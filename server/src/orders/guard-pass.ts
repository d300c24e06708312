import type { Database } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { requirePin } from '../passes/index.ts'
import type { AskedBody } from './order-body.ts'

/** Judges the pin of the pass of an order before the order is begun, so that a wrong one is counted though the order is refused. */
export async function guardPass(
  database: Database,
  command: Pick<Command, 'actor' | 'at'>,
  { pass }: Pick<AskedBody, 'pass'>,
): Promise<void> {
  if (pass?.pin === undefined) return
  await requirePin(database, command, { code: pass.code, pin: pass.pin })
}
