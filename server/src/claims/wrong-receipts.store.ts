import type { Work } from '../db/index.ts'

/** Wrong receipts that somebody sent, and since when they are counted. */
export interface WrongReceipts {
  readonly who: string
  readonly wrong: number
  readonly since: Date
}

/** Held until the end of the work, so that no more guesses are answered than are counted, however many arrive at once. */
export async function holdWrongReceipts(
  work: Work,
  who: readonly string[],
): Promise<readonly WrongReceipts[]> {
  const { db, actor, at } = work
  const sorted = [...who].sort()
  await db
    .insertInto('claim_tries')
    .values(sorted.map((each) => ({ tenant: actor.tenant, who: each, wrong: 0, since: at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return db
    .selectFrom('claim_tries')
    .select(['who', 'wrong', 'since'])
    .where('tenant', '=', actor.tenant)
    .where('who', 'in', sorted)
    .orderBy('who')
    .forUpdate()
    .execute()
}

export async function saveWrongReceipts(
  { db, actor }: Work,
  { who, wrong, since }: WrongReceipts,
): Promise<void> {
  await db
    .updateTable('claim_tries')
    .set({ wrong, since })
    .where('tenant', '=', actor.tenant)
    .where('who', '=', who)
    .execute()
}
