import type { Work } from '../db/index.ts'
import type { Command } from '../http/index.ts'
import { invariant } from '../kit/invariant.ts'
import type { Change } from './act.ts'
import { insertAct } from './audit.store.ts'

export interface Told {
  readonly operation: string
  readonly target: string | undefined
  readonly changes: readonly Change[]
  /** Of the caller, as they are called now. */
  readonly name: string
}

/** Writes down what the caller of this work did, as part of it: done and written, or neither. */
export async function writeAct(
  { db, actor, at }: Work,
  { address, requestId }: Pick<Command, 'address' | 'requestId'>,
  { operation, target, changes, name }: Told,
): Promise<void> {
  const { by } = actor
  invariant(by.kind !== 'nobody', 'an act is somebody’s')
  const kind = by.kind === 'user' ? 'USER' : 'KEY'
  await insertAct(
    { db },
    {
      tenant: actor.tenant,
      at,
      by: { kind, id: by.id, name },
      operation,
      target,
      changes,
      address,
      requestId,
    },
  )
}
