import type { z } from 'zod'
import type { Work } from '../db/index.ts'
import { wireNumber } from '../kit/money.ts'
import { epochSeconds } from '../kit/time.ts'
import type { Purchase } from './purchase.ts'
import type { listPurchaseEntries } from './purchases.api.ts'

type EntriesReply = z.input<typeof listPurchaseEntries.reply>

/** What the journal of a purchase holds, line by line: what it moved, and what took that back since. */
export async function listEntries(work: Work, purchase: Purchase): Promise<EntriesReply> {
  const rows = await work.db
    .selectFrom('transfers as t')
    .leftJoin('lots as l', (join) => join.onRef('l.tenant', '=', 't.tenant').onRef('l.id', '=', 't.lot_id'))
    .select(['t.line', 't.kind', 't.amount', 't.currency', 't.at', 't.lot_id', 't.reverses'])
    .select(['l.offer_id', 'l.pool_id'])
    .where('t.tenant', '=', work.actor.tenant)
    .where('t.journal_id', '=', purchase.id)
    .orderBy('t.line')
    .execute()
  const methods = new Map<string, string>(purchase.outcome.spends.map(({ lot, method }) => [lot, method]))
  const idOfLine = (line: number) => `${purchase.id}-${line}`
  return {
    content: rows.map((row) => ({
      id: idOfLine(row.line),
      movement: row.kind,
      amount: wireNumber(row.amount, row.currency),
      currency_code: row.currency,
      posted_on: epochSeconds(row.at),
      reward_offer_id: row.offer_id,
      commerce_pool_id: row.pool_id,
      spend_method: (isSpend(row.kind) && methods.get(row.lot_id ?? '')) || null,
      reverses: row.reverses === null ? null : idOfLine(row.reverses),
    })),
  }
}

function isSpend(kind: string): boolean {
  return kind === 'SPEND' || kind === 'PAYOUT_SPEND'
}
