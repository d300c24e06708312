import { arrayOf, columnsOf, type Runner, statement } from '../db/index.ts'
import { counterKey } from '../engine/index.ts'
import { recordEvents } from '../events/index.ts'
import { present } from '../kit/invariant.ts'
import {
  type AccountRef,
  type AccountState,
  enter,
  insertLots,
  insertTransfers,
  isContactAccount,
  lockAccounts,
  saveAccounts,
  saveLots,
} from '../ledger/index.ts'
import { saveCounters } from '../offers/index.ts'
import { insertLearnt } from '../products/index.ts'
import type { Classification } from './catalogue.ts'
import type { Writes } from './decide-purchase.ts'
import { type Facts, nameKey } from './facts.ts'
import { insertPurchases } from './purchases.store.ts'

export interface StoreReply {
  readonly tenant: number
  readonly key: string
  readonly hash: Buffer
  readonly status: number
  readonly text: string
}

/**
 * Writes all that the group decided and commits, in one round trip after the organisations' accounts are locked. Nothing of
 * the group is visible before all of it is.
 */
export async function writeGroup(
  sql: Runner,
  facts: Facts,
  {
    writes,
    replies,
    at,
  }: { readonly writes: readonly Writes[]; readonly replies: readonly StoreReply[]; readonly at: Date },
  commit: () => Promise<unknown>,
): Promise<void> {
  const houses = await lockAccounts(sql, housesOf(writes))
  const accounts = new Map([...facts.accounts, ...houses])
  const transfers = writes.flatMap(({ journal }) => (journal ? enter(journal, accounts) : []))
  const touched = new Set(transfers.flatMap(({ from, to }) => [from, to]))
  const newLots = writes.flatMap((each) => each.newLots)
  const fresh = new Set(newLots.map(({ id }) => id))
  const oldLots = writes
    .flatMap(({ spent }) => spent.map(({ lot }) => lot))
    .filter(({ id }) => !fresh.has(id))
  await Promise.all([
    insertLearnt(sql, learntBy(writes, facts), at),
    insertClassifications(sql, classificationsOf(writes, facts)),
    insertPurchases(
      sql,
      writes.map(({ made }) => made),
    ),
    insertTransfers(sql, transfers),
    insertLots(sql, newLots, at),
    saveLots(sql, [...new Set(oldLots)]),
    saveAccounts(sql, [...accounts.values()].filter(isTouched(touched))),
    saveCounters(sql, countersOf(writes, facts)),
    insertPayouts(sql, writes, at),
    insertReplies(sql, replies, at),
    recordEvents(
      sql,
      writes.flatMap(({ events }) => events),
    ),
    commit(),
  ])
}

function isTouched(touched: ReadonlySet<string>): (account: AccountState) => boolean {
  return ({ id }) => touched.has(id)
}

function housesOf(writes: readonly Writes[]): AccountRef[] {
  return writes
    .flatMap(({ journal }) => journal?.movements ?? [])
    .flatMap(({ from, to }) => [from, to])
    .filter((ref) => !isContactAccount(ref))
}

function countersOf(writes: readonly Writes[], { counters }: Facts) {
  const keys = new Set(writes.flatMap(({ counted }) => counted.map(({ ref }) => counterKey(ref))))
  return [...keys].map((key) => present(counters.get(key), 'a counter is locked before it moves'))
}

/** Only what posted purchases name is written; what a refused or simulated one named was never learnt. */
function learntBy(writes: readonly Writes[], { learnt }: Facts) {
  const skus = new Set(
    writes.flatMap(({ made: { purchase } }) =>
      purchase.lines.map(({ sku }) => nameKey(purchase.tenant, sku)),
    ),
  )
  const products = [...learnt.products].filter(([key]) => skus.has(key)).map(([, product]) => product)
  const named = new Set(products.flatMap(({ family, brand }) => [family, brand]))
  return { products, groups: [...learnt.groups.values()].filter(({ id, isNew }) => isNew && named.has(id)) }
}

function classificationsOf(writes: readonly Writes[], { learnt }: Facts) {
  const used = new Set(writes.map(({ made: { purchase } }) => purchase.classification))
  return [...learnt.classifications.values()].filter(({ id }) => used.has(id))
}

const INSERT_CLASSIFICATIONS = statement(
  'purchases_insert_classifications',
  `insert into classifications (tenant, id, code, name) select * from unnest($1::int[], $2::uuid[], $3::text[], $4::text[])`,
)

const REVISE = statement(
  'purchases_revise',
  'update revisions set configuration = configuration + 1 where tenant = any ($1::int[])',
)

/** A new classification is a change of the configuration: other processes read it before they judge again. */
export async function insertClassifications(
  sql: Runner,
  made: readonly (Classification & { readonly tenant: number })[],
): Promise<void> {
  if (made.length === 0) return
  const columns = columnsOf(
    made,
    ({ tenant }) => tenant,
    ({ id }) => id,
    ({ code }) => code,
    ({ name }) => name,
  )
  await Promise.all([
    sql.run(INSERT_CLASSIFICATIONS, columns),
    sql.run(REVISE, [arrayOf([...new Set(made.map(({ tenant }) => tenant))])]),
  ])
}

const INSERT_PAYOUTS = statement(
  'purchases_insert_payouts',
  `insert into payouts (tenant, id, purchase_id, wallet_id, currency, amount, state, created_at, updated_at)
   select k.tenant, k.id, k.purchase_id, k.wallet_id, k.currency, k.amount, 'PENDING', k.at, k.at
     from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bigint[], $7::timestamptz[])
          as k(tenant, id, purchase_id, wallet_id, currency, amount, at)`,
)

async function insertPayouts(sql: Runner, writes: readonly Writes[], at: Date): Promise<void> {
  const rows = writes.flatMap(({ payout, made: { purchase } }) =>
    payout === undefined ? [] : [{ payout, purchase }],
  )
  if (rows.length === 0) return
  await sql.run(
    INSERT_PAYOUTS,
    columnsOf(
      rows,
      ({ purchase }) => purchase.tenant,
      ({ payout }) => payout,
      ({ purchase }) => purchase.id,
      ({ purchase }) => purchase.wallet ?? null,
      ({ purchase }) => purchase.currency,
      ({ purchase }) => purchase.spend,
      () => at,
    ),
  )
}

const INSERT_REPLIES = statement(
  'purchases_insert_replies',
  `insert into idempotency_keys (tenant, key, request_hash, status, reply, created_at)
   select * from unnest($1::int[], $2::text[], $3::bytea[], $4::smallint[], $5::text[], $6::timestamptz[])`,
)

async function insertReplies(sql: Runner, replies: readonly StoreReply[], at: Date): Promise<void> {
  if (replies.length === 0) return
  await sql.run(
    INSERT_REPLIES,
    columnsOf(
      replies,
      ({ tenant }) => tenant,
      ({ key }) => key,
      ({ hash }) => hash,
      ({ status }) => status,
      ({ text }) => text,
      () => at,
    ),
  )
}
