import { sql } from 'kysely'
import type { Work } from '../db/index.ts'
import type { ContactId, TokenId } from '../kit/id.ts'
import { MOST_WRONG } from './token.ts'

/** Wrong codes of the business so far. Codes are judged one after another: with `hold` the row is locked until the end of the work. */
export async function wrongCodes({ db, actor }: Work, { hold }: { readonly hold: boolean }): Promise<bigint> {
  const read = () =>
    db
      .selectFrom('wrong_codes')
      .select('tries')
      .where('tenant', '=', actor.tenant)
      .$if(hold, (query) => query.forNoKeyUpdate())
      .executeTakeFirst()
  const there = await read()
  if (there || !hold) return there?.tries ?? 0n
  await db
    .insertInto('wrong_codes')
    .values({ tenant: actor.tenant, tries: 0n })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (await read())?.tries ?? 0n
}

export interface TillTries {
  readonly tries: number
  readonly since: Date
}

export async function triesOfTill({ db, actor }: Work, till: string): Promise<TillTries | undefined> {
  return db
    .selectFrom('wrong_codes_of_tills')
    .select(['tries', 'since'])
    .where('tenant', '=', actor.tenant)
    .where('till', '=', till)
    .executeTakeFirst()
}

export async function saveTriesOfTill(
  { db, actor }: Work,
  { till, tries, since }: TillTries & { readonly till: string },
): Promise<void> {
  await db
    .insertInto('wrong_codes_of_tills')
    .values({ tenant: actor.tenant, till, tries, since })
    .onConflict((conflict) => conflict.columns(['tenant', 'till']).doUpdateSet({ tries, since }))
    .execute()
}

/** So many wrong codes end the life of a code: those of the whole business since it was made, and those that named its contact. */
function isDead(total: bigint) {
  return sql<boolean>`${total}::bigint - wrong_before + wrong_tries >= ${MOST_WRONG}`
}

/**
 * Counts a wrong code against every live code of the business: it might have been meant for any of them. Answers those that are
 * dead by it.
 */
export async function countAgainstAll(work: Work, before: bigint): Promise<readonly TokenId[]> {
  const tries = before + 1n
  const { db, actor } = work
  await db.updateTable('wrong_codes').set({ tries }).where('tenant', '=', actor.tenant).execute()
  return markDead(work, tries, undefined)
}

/** Counts a wrong code against the contact whom the till named, and nobody else. Answers the code that is dead by it. */
export async function countAgainst(
  work: Work,
  contact: ContactId,
  total: bigint,
): Promise<readonly TokenId[]> {
  const { db, actor } = work
  await db
    .updateTable('spend_tokens')
    .set(({ eb }) => ({ wrong_tries: eb('wrong_tries', '+', 1) }))
    .where('tenant', '=', actor.tenant)
    .where('contact_id', '=', contact)
    .where('state', '=', 'LIVE')
    .execute()
  return markDead(work, total, contact)
}

async function markDead(
  { db, actor, at }: Work,
  total: bigint,
  contact: ContactId | undefined,
): Promise<readonly TokenId[]> {
  const dead = await db
    .updateTable('spend_tokens')
    .set({ dead_at: at })
    .where('tenant', '=', actor.tenant)
    .where('state', '=', 'LIVE')
    .where('expires_at', '>', at)
    .where('dead_at', 'is', null)
    .$if(contact !== undefined, (query) => query.where('contact_id', '=', contact ?? ''))
    .where(isDead(total))
    .returning('id')
    .execute()
  return dead.map(({ id }) => id as TokenId)
}
