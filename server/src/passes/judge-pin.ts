import { type Database, transact, type Work } from '../db/index.ts'
import type { Actor } from '../kit/actor.ts'
import type { Refusal } from '../kit/error.ts'
import { isPin, normaliseCode } from './pass-code.ts'
import { MOST_WRONG_PINS, wrongPin } from './pass-problem.ts'

export interface SentPin {
  readonly code: string
  readonly pin: string
}

/** Refuses a pin that is wrong before anything else is begun, in a transaction of its own: the count of it stays. */
export async function requirePin(
  database: Database,
  caller: { readonly actor: Actor; readonly at: Date },
  sent: SentPin,
): Promise<void> {
  const refused = await transact(database, caller, (work) => judgePin(work, sent))
  if (refused) throw refused
}

/**
 * Counts a pin that is wrong, under the lock of the pass, so that no more than five guesses are ever answered, however many come at once;
 * the fifth takes the pass out of use. A refusal is an answer here, not thrown, or the count would be undone with it. A pass that is not
 * in use tells nothing of its pin.
 */
async function judgePin({ db, actor }: Work, sent: SentPin): Promise<Refusal | undefined> {
  const code = normaliseCode(sent.code)
  const pass = await db
    .selectFrom('passes')
    .select(['id', 'pin_hash', 'wrong_pins'])
    .where('tenant', '=', actor.tenant)
    .where('code', '=', code)
    .where('state', '=', 'ACTIVE')
    .where('pin_hash', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  if (!pass?.pin_hash || isPin(sent.pin, pass.pin_hash)) return undefined
  const wrong = pass.wrong_pins + 1
  await db
    .updateTable('passes')
    .set({ wrong_pins: wrong, ...(wrong >= MOST_WRONG_PINS && { state: 'INACTIVE' as const }) })
    .where('tenant', '=', actor.tenant)
    .where('id', '=', pass.id)
    .execute()
  return wrongPin({ code })
}
