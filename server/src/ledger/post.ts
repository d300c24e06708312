import type { Runner } from '../db/index.ts'
import { recordEvents } from '../events/index.ts'
import type { AccountId } from '../kit/id.ts'
import { type AccountState, walletsChanged } from './account.ts'
import { contactAccountsFirst, insertTransfers, lockAccounts, saveAccounts } from './ledger.store.ts'
import { enter, type Journal, type Transfer } from './transfer.ts'

/**
 * Posts journals: locks every account they touch, numbers the entries, writes transfers and balances.
 * `locked` are accounts that the caller already holds. Every wallet that moves is told as changed. Answers the transfers as written.
 */
export async function post(
  sql: Runner,
  journals: readonly Journal[],
  locked: ReadonlyMap<AccountId, AccountState> = new Map(),
): Promise<readonly Transfer[]> {
  const refs = journals.flatMap(({ movements }) => movements.flatMap(({ from, to }) => [from, to]))
  const [contacts, houses] = contactAccountsFirst(refs)
  const accounts = new Map([
    ...(await lockAccounts(sql, contacts)),
    ...(await lockAccounts(sql, houses)),
    ...locked,
  ])
  const transfers = journals.flatMap((journal) => enter(journal, accounts))
  const ends = new Set(transfers.flatMap(({ from, to }) => [from, to]))
  const touched = [...accounts.values()].filter(({ id }) => ends.has(id))
  await insertTransfers(sql, transfers)
  await saveAccounts(sql, touched)
  const [first] = journals
  if (first) await recordEvents(sql, walletsChanged(touched, first.at))
  return transfers
}
