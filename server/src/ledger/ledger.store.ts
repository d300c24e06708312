import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { AccountId } from '../kit/id.ts'
import { present } from '../kit/invariant.ts'
import { type AccountRef, type AccountState, accountId, isContactAccount } from './account.ts'
import { openingHead } from './chain.ts'
import type { Transfer } from './transfer.ts'

const LOCK_ACCOUNTS = statement(
  'ledger_lock_accounts',
  `select a.id, a.balance, a.seq, encode(a.head, 'hex') as head, a.closed
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join accounts a on a.tenant = k.tenant and a.id = k.id
    order by a.tenant, a.id
      for no key update of a`,
)

const OPEN_ACCOUNTS = statement(
  'ledger_open_accounts',
  `insert into accounts (tenant, id, kind, owner_id, currency, lane, head)
   select k.tenant, id, kind, owner_id, currency, lane, decode(head, 'hex')
     from unnest($1::int[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::smallint[], $7::text[])
          as k(tenant, id, kind, owner_id, currency, lane, head)
       on conflict do nothing`,
)

const SAVE_ACCOUNTS = statement(
  'ledger_save_accounts',
  `update accounts a set balance = k.balance, seq = k.seq, head = decode(k.head, 'hex')
     from unnest($1::int[], $2::uuid[], $3::bigint[], $4::bigint[], $5::text[]) as k(tenant, id, balance, seq, head)
    where a.tenant = k.tenant and a.id = k.id`,
)

const INSERT_TRANSFERS = statement(
  'ledger_insert_transfers',
  `insert into transfers (tenant, journal_id, line, kind, amount, currency, from_account, from_seq, from_balance,
                          to_account, to_seq, to_balance, lot_id, reverses, at, from_hash, to_hash)
   select k.tenant, journal, line, kind, amount, currency, from_account, from_seq, from_balance, to_account, to_seq, to_balance,
          lot, reverses, at, decode(from_hash, 'hex'), decode(to_hash, 'hex')
     from unnest($1::int[], $2::uuid[], $3::smallint[], $4::text[], $5::bigint[], $6::text[], $7::uuid[], $8::bigint[],
                 $9::bigint[], $10::uuid[], $11::bigint[], $12::bigint[], $13::uuid[], $14::smallint[], $15::timestamptz[],
                 $16::text[], $17::text[])
          as k(tenant, journal, line, kind, amount, currency, from_account, from_seq, from_balance, to_account, to_seq,
               to_balance, lot, reverses, at, from_hash, to_hash)`,
)

interface AccountRow {
  readonly id: AccountId
  readonly closed: boolean
  readonly balance: bigint
  readonly seq: bigint
  readonly head: string
}

/** A wallet was merged into another after it was looked up; the work runs again, as after any serialization failure, and finds it. */
class WalletMoved extends Error {
  override readonly name = 'WalletMoved'
  readonly code = '40001'
}

/**
 * Locks the accounts, opening those that do not exist yet, in an order that every transaction keeps: wallets' accounts before
 * those of organisations (two calls), each in the order of their ids, so that no two can wait for each other.
 */
export async function lockAccounts(
  sql: Runner,
  refs: readonly AccountRef[],
): Promise<Map<AccountId, AccountState>> {
  const wanted = [...new Map(refs.map((ref) => [accountId(ref), ref])).values()]
  if (wanted.length === 0) return new Map()
  const lock = () =>
    sql.run<AccountRow>(
      LOCK_ACCOUNTS,
      columnsOf(wanted, (ref) => ref.tenant, accountId),
    )
  let rows = await lock()
  if (rows.length < wanted.length) {
    const found = new Set(rows.map(({ id }) => id))
    await openAccounts(
      sql,
      wanted.filter((ref) => !found.has(accountId(ref))),
    )
    rows = await lock()
  }
  if (rows.some(({ closed }) => closed)) throw new WalletMoved()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return new Map(
    wanted.map((ref) => {
      const id = accountId(ref)
      const { balance, seq, head } = present(byId.get(id), 'an account that is locked was opened')
      return [id, { ref, id, balance, seq, head }]
    }),
  )
}

/** Opens accounts that may not exist yet; harmless where they do. */
export async function openAccounts(sql: Runner, refs: readonly AccountRef[]): Promise<void> {
  if (refs.length === 0) return
  const sorted = [...refs].sort((a, b) => (accountId(a) < accountId(b) ? -1 : 1))
  await sql.run(
    OPEN_ACCOUNTS,
    columnsOf(
      sorted,
      (ref) => ref.tenant,
      accountId,
      (ref) => ref.kind,
      (ref) => ref.owner,
      (ref) => ref.currency,
      (ref) => ref.lane,
      (ref) => openingHead(accountId(ref), ref),
    ),
  )
}

export async function saveAccounts(sql: Runner, accounts: readonly AccountState[]): Promise<void> {
  if (accounts.length === 0) return
  await sql.run(
    SAVE_ACCOUNTS,
    columnsOf(
      accounts,
      ({ ref }) => ref.tenant,
      ({ id }) => id,
      ({ balance }) => balance,
      ({ seq }) => seq,
      ({ head }) => head,
    ),
  )
}

export async function insertTransfers(sql: Runner, transfers: readonly Transfer[]): Promise<void> {
  if (transfers.length === 0) return
  await sql.run(
    INSERT_TRANSFERS,
    columnsOf(
      transfers,
      (t) => t.tenant,
      (t) => t.journal,
      (t) => t.line,
      (t) => t.kind,
      (t) => t.amount,
      (t) => t.currency,
      (t) => t.from,
      (t) => t.fromSeq,
      (t) => t.fromBalance,
      (t) => t.to,
      (t) => t.toSeq,
      (t) => t.toBalance,
      (t) => t.lot,
      (t) => t.reverses,
      (t) => t.at,
      (t) => t.fromHash,
      (t) => t.toHash,
    ),
  )
}

/** Contact accounts first, as every transaction locks them. */
export function contactAccountsFirst(refs: readonly AccountRef[]): [AccountRef[], AccountRef[]] {
  return [refs.filter(isContactAccount), refs.filter((ref) => !isContactAccount(ref))]
}
