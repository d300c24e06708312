import { columnsOf, type Runner, statement, type Work } from '../db/index.ts'
import type { LotId, WalletId } from '../kit/id.ts'
import { type Debt, type DebtBook, NO_DEBTS, owe, type Repayment } from './debt-book.ts'
import type { Lot } from './lot.ts'
import { lotsById, lotsLeft } from './lots.store.ts'
import { newDebt } from './settle-debts.ts'

// A debt to whose lot everything came back, or that was forgiven, is over: nothing moves it any more.
const STANDING = 'd.returned + d.relieved < d.amount'

const READ_DEBTS = statement(
  'ledger_read_debts',
  `select d.tenant, d.id, d.wallet_id as wallet, d.lot_id as lot, d.amount, d.returned, d.relieved, d.made_at as at
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join debts d on d.tenant = k.tenant and d.wallet_id = k.id and ${STANDING}
    order by d.id`,
)

const READ_REPAYMENTS = statement(
  'ledger_read_debt_repayments',
  `select r.debt_id as debt, r.lot_id as lot, r.amount
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join debts d on d.tenant = k.tenant and d.wallet_id = k.id and ${STANDING}
     join debt_repayments r on r.tenant = d.tenant and r.debt_id = d.id and r.amount > 0
    order by r.lot_id, r.debt_id`,
)

export interface WalletKey {
  readonly tenant: number
  readonly id: WalletId
}

/** The books of those wallets that have debts, repaid ones among them. Read them after the wallet is locked. */
export async function readDebts(
  sql: Runner,
  wallets: readonly WalletKey[],
): Promise<Map<WalletId, DebtBook>> {
  if (wallets.length === 0) return new Map()
  const keys = columnsOf(
    wallets,
    ({ tenant }) => tenant,
    ({ id }) => id,
  )
  const [debts, repayments] = await Promise.all([
    sql.run<Debt>(READ_DEBTS, keys),
    sql.run<Repayment>(READ_REPAYMENTS, keys),
  ])
  const byWallet = Map.groupBy(debts, ({ wallet }) => wallet)
  return new Map(
    [...byWallet].map(([wallet, own]) => {
      const ids = new Set(own.map(({ id }) => id))
      return [wallet, { debts: own, repayments: repayments.filter(({ debt }) => ids.has(debt)) }]
    }),
  )
}

export async function readDebtsOf(sql: Runner, wallet: WalletKey): Promise<DebtBook> {
  return (await readDebts(sql, [wallet])).get(wallet.id) ?? NO_DEBTS
}

const SAVE_DEBTS = statement(
  'ledger_save_debts',
  `insert into debts (tenant, id, wallet_id, lot_id, amount, returned, relieved, made_at)
   select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[], $6::bigint[], $7::bigint[], $8::timestamptz[])
       on conflict (tenant, id) do update set returned = excluded.returned, relieved = excluded.relieved`,
)

const SAVE_REPAYMENTS = statement(
  'ledger_save_debt_repayments',
  `insert into debt_repayments (tenant, debt_id, lot_id, amount)
   select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::bigint[])
       on conflict (tenant, debt_id, lot_id) do update set amount = excluded.amount`,
)

export interface ChangedBook {
  readonly tenant: number
  readonly before: DebtBook
  readonly after: DebtBook
}

/** Writes what differs between books as they were read and as they are now. The lots that they name are written before. */
export async function saveDebts(sql: Runner, books: readonly ChangedBook[]): Promise<void> {
  const debts = books.flatMap(changedDebts)
  const repayments = books.flatMap(changedRepayments)
  // Sent together: the hot path pipelines its commit right behind.
  await Promise.all([insertDebts(sql, debts), insertRepayments(sql, repayments)])
}

async function insertDebts(sql: Runner, debts: readonly Debt[]): Promise<void> {
  if (debts.length === 0) return
  await sql.run(
    SAVE_DEBTS,
    columnsOf(
      debts,
      ({ tenant }) => tenant,
      ({ id }) => id,
      ({ wallet }) => wallet,
      ({ lot }) => lot,
      ({ amount }) => amount,
      ({ returned }) => returned,
      ({ relieved }) => relieved,
      ({ at }) => at,
    ),
  )
}

async function insertRepayments(
  sql: Runner,
  repayments: readonly (Repayment & { readonly tenant: number })[],
): Promise<void> {
  if (repayments.length === 0) return
  await sql.run(
    SAVE_REPAYMENTS,
    columnsOf(
      repayments,
      ({ tenant }) => tenant,
      ({ debt }) => debt,
      ({ lot }) => lot,
      ({ amount }) => amount,
    ),
  )
}

function changedDebts({ before, after }: ChangedBook): readonly Debt[] {
  const known = new Map(before.debts.map((debt) => [debt.id, debt]))
  return after.debts.filter(({ id, returned, relieved }) => {
    const earlier = known.get(id)
    return earlier?.returned !== returned || earlier.relieved !== relieved
  })
}

function changedRepayments({ tenant, before, after }: ChangedBook) {
  const [earlier, now] = [byKey(before), byKey(after)]
  return [...new Set([...earlier.keys(), ...now.keys()])].flatMap((key) => {
    const amount = now.get(key)?.amount ?? 0n
    const named = now.get(key) ?? earlier.get(key)
    const isSame = amount === (earlier.get(key)?.amount ?? 0n)
    return isSame || !named ? [] : [{ tenant, debt: named.debt, lot: named.lot, amount }]
  })
}

function byKey({ repayments }: DebtBook): ReadonlyMap<string, Repayment> {
  return new Map(repayments.map((each) => [`${each.debt}|${each.lot}`, each]))
}

export interface Reowning {
  readonly tenant: number
  readonly from: WalletId
  readonly into: WalletId
  readonly only?: readonly string[]
}

const REOWN_DEBTS = statement(
  'ledger_reown_debts',
  'update debts set wallet_id = $3::uuid where tenant = $1::int and wallet_id = $2::uuid and ($4::uuid[] is null or id = any($4::uuid[])) returning id',
)

/** The debts of a wallet that is merged into another are that wallet's; `only` those that are named. Answers which. */
export async function reownDebts(
  sql: Runner,
  { tenant, from, into, only }: Reowning,
): Promise<readonly string[]> {
  const rows = await sql.run<{ readonly id: string }>(REOWN_DEBTS, [tenant, from, into, only ?? null])
  return rows.map(({ id }) => id)
}

/**
 * The lots that are named; of a wallet with debts also those that owe, that repaid and that could, as settling them needs. Read them
 * after the wallet is locked.
 */
export async function lotsToSettle(
  sql: Runner,
  wallet: WalletKey,
  { debts: { debts, repayments }, named }: { readonly debts: DebtBook; readonly named: readonly LotId[] },
): Promise<ReadonlyMap<string, Lot>> {
  const owing = [...debts.map(({ lot }) => lot), ...repayments.map(({ lot }) => lot)]
  const lots = await lotsById(sql, wallet.tenant, [...new Set([...named, ...owing])])
  const left = debts.length === 0 ? [] : await lotsLeft(sql, [wallet])
  return new Map([...left.map((lot): [string, Lot] => [lot.id, lot]), ...lots])
}

/** What was clawed back from a lot after it had been used is owed; money that returns to the lot ends it. */
export async function oweTo(
  { sql, at }: Work,
  { tenant, id: lot, wallet, currency }: Lot,
  amount: bigint,
): Promise<void> {
  const owner = { tenant, id: wallet, currency }
  const before = await readDebtsOf(sql, owner)
  const after = owe(before, newDebt({ owner, at }, lot, amount))
  await saveDebts(sql, [{ tenant, before, after }])
}
