import { columnsOf, type Runner, statement } from '../db/index.ts'
import type { Tenant } from '../kit/actor.ts'
import type { LotId, WalletId } from '../kit/id.ts'
import { type AccountRef, accountId } from './account.ts'
import type { Reowning } from './debts.store.ts'
import type { Lot } from './lot.ts'
import { LOT_COLUMNS, type LotRow, lotOfRow } from './lots.store.ts'

const LOTS_OF_WALLET = statement(
  'ledger_lots_of_wallet',
  `select ${LOT_COLUMNS} from lots l where l.tenant = $1::int and l.wallet_id = $2::uuid order by l.id`,
)

/** Every lot of a wallet, those that are used up among them, oldest first. Read them after the wallet is locked. */
export async function lotsOfWallet(sql: Runner, tenant: Tenant, wallet: WalletId): Promise<Lot[]> {
  return (await sql.run<LotRow>(LOTS_OF_WALLET, [tenant, wallet])).map(lotOfRow)
}

const BLOCKED_BY_LOT = statement(
  'ledger_blocked_by_lot',
  `select lot, sum(amount)::bigint as amount
     from (select lot_id as lot, amount from transfers where tenant = $1::int and to_account = $2::uuid
           union all
           select lot_id, -amount from transfers where tenant = $1::int and from_account = $2::uuid) m
    group by lot having sum(amount) <> 0 order by lot`,
)

/** What of each lot is set aside. Read it after the account is locked. */
export function blockedByLot(
  sql: Runner,
  account: AccountRef,
): Promise<readonly { readonly lot: LotId; readonly amount: bigint }[]> {
  return sql.run(BLOCKED_BY_LOT, [account.tenant, accountId(account)])
}

const REOWN_LOTS = statement(
  'ledger_reown_lots',
  'update lots set wallet_id = $3::uuid where tenant = $1::int and wallet_id = $2::uuid and ($4::uuid[] is null or id = any($4::uuid[])) returning id',
)

/** All lots of the wallet, or those that are named; answers which. */
export async function reownLots(
  sql: Runner,
  { tenant, from, into, only }: Reowning,
): Promise<readonly string[]> {
  const rows = await sql.run<{ readonly id: string }>(REOWN_LOTS, [tenant, from, into, only ?? null])
  return rows.map(({ id }) => id)
}

const SET_CLOSED = statement(
  'ledger_set_closed',
  `update accounts a set closed = $3::boolean
     from unnest($1::int[], $2::uuid[]) as k(tenant, id) where a.tenant = k.tenant and a.id = k.id`,
)

/** To and from closed accounts no money moves: whoever locks one is told to look again. */
export async function setClosed(sql: Runner, refs: readonly AccountRef[], closed: boolean): Promise<void> {
  await sql.run(SET_CLOSED, [...columnsOf(refs, (ref) => ref.tenant, accountId), closed])
}

const MOVED_SINCE = statement(
  'ledger_moved_since',
  `select t.kind, t.at
     from unnest($2::uuid[], $3::bigint[]) as k(id, seq)
     join transfers t on t.tenant = $1::int
      and ((t.from_account = k.id and t.from_seq > k.seq) or (t.to_account = k.id and t.to_seq > k.seq))
    where t.journal_id <> all($4::uuid[]) order by t.at desc, t.journal_id desc limit 1`,
)

/** What moved last at one of the accounts after they had so many entries, but for those journals. */
export async function movedSince(
  sql: Runner,
  tenant: Tenant,
  {
    entries,
    except,
  }: { readonly entries: Readonly<Record<string, string>>; readonly except: readonly string[] },
): Promise<{ readonly kind: string; readonly at: Date } | undefined> {
  const [row] = await sql.run<{ readonly kind: string; readonly at: Date }>(MOVED_SINCE, [
    tenant,
    Object.keys(entries),
    Object.values(entries),
    except,
  ])
  return row
}
