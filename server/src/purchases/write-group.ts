import { arrayOf, columnsOf, type Runner, statement } from '../db/index.ts'
import { recordEvents } from '../events/index.ts'
import { present } from '../kit/invariant.ts'
import { sum } from '../kit/money.ts'
import {
  type AccountRef,
  type ChangedBook,
  enter,
  insertLots,
  insertTransfers,
  isContactAccount,
  lockAccounts,
  saveAccounts,
  saveDebts,
  saveLots,
  saveRedeems,
  walletsChanged,
} from '../ledger/index.ts'
import { saveCounters } from '../offers/index.ts'
import { insertPayouts, type PayoutOfPurchase } from '../payouts/index.ts'
import { insertLearnt } from '../products/index.ts'
import { switchOff, useTokens } from '../tokens/index.ts'
import { type Counted, countUses } from '../wallets/index.ts'
import type { Classification } from './catalogue.ts'
import type { Writes } from './decide-purchase.ts'
import { type Facts, nameKey } from './facts.ts'
import { insertPurchases, saveClaimed } from './purchases.store.ts'
import { writeUndone } from './write-undone.ts'

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
  const ends = new Set(transfers.flatMap(({ from, to }) => [from, to]))
  const touched = [...accounts.values()].filter(({ id }) => ends.has(id))
  const newLots = writes.flatMap((each) => each.newLots)
  const fresh = new Set(newLots.map(({ id }) => id))
  const made = writes.map((each) => each.made)
  const oldLots = writes
    .flatMap(({ spent, redeemed }) => [...spent, ...redeemed].map(({ lot }) => lot))
    .filter(({ id }) => !fresh.has(id))
  await Promise.all([
    insertLearnt(sql, learntBy(writes, facts), at),
    insertClassifications(sql, classificationsOf(writes, facts)),
    insertPurchases(
      sql,
      made.filter(({ purchase }) => !purchase.claimedAt),
    ),
    saveClaimed(
      sql,
      made.filter(({ purchase }) => purchase.claimedAt),
    ),
    writeUndone(sql, writes, at),
    insertTransfers(sql, transfers),
    insertLots(sql, newLots, at),
    saveLots(sql, [...new Set(oldLots)]),
    saveDebts(sql, debtsOf(writes, facts)),
    saveRedeems(
      sql,
      writes.flatMap(({ redeems }) => redeems),
    ),
    countUses(sql, usesOf(writes)),
    saveAccounts(sql, touched),
    saveCounters(sql, countersOf(writes, facts)),
    insertPayouts(sql, payoutsOf(writes), at),
    useTokens(sql, tokensOf(writes)),
    switchOff(sql, preferencesOf(writes, at)),
    insertReplies(sql, replies, at),
    recordEvents(sql, [...writes.flatMap(({ events }) => events), ...walletsChanged(touched, at)]),
    commit(),
  ])
}

function housesOf(writes: readonly Writes[]): AccountRef[] {
  return writes
    .flatMap(({ journal }) => journal?.movements ?? [])
    .flatMap(({ from, to }) => [from, to])
    .filter((ref) => !isContactAccount(ref))
}

/** What wallets spent, added up: limits count it. */
function usesOf(writes: readonly Writes[]): readonly Counted[] {
  const uses = writes.flatMap(({ use }) => use ?? [])
  const groups = Map.groupBy(uses, ({ wallet, day }) => `${wallet}|${day}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, number: group.length, amount: sum(group.map(({ amount }) => amount)) }] : []
  })
}

/** Of each wallet that paid a debt, or made one because a return came before its purchase. */
function debtsOf(writes: readonly Writes[], { debts }: Facts): readonly ChangedBook[] {
  const tenants = new Map(writes.map(({ made: { purchase } }) => [purchase.wallet, purchase.tenant]))
  return [...debts].flatMap(([wallet, { before, now }]) => {
    const tenant = tenants.get(wallet)
    return tenant === undefined ? [] : [{ tenant, before, after: now }]
  })
}

function tokensOf(writes: readonly Writes[]) {
  return writes.flatMap(({ used, made: { purchase } }) =>
    used?.token ? [{ tenant: purchase.tenant, id: used.token.id, purchase: purchase.id }] : [],
  )
}

function preferencesOf(writes: readonly Writes[], at: Date) {
  return writes.flatMap(({ used, made: { purchase } }) =>
    used?.preferenceOf ? [{ tenant: purchase.tenant, contact: used.preferenceOf, at }] : [],
  )
}

function countersOf(writes: readonly Writes[], { counters }: Facts) {
  const moved = writes
    .flatMap(({ counted }) => counted)
    .map(({ ref }) => present(counters.get(ref), 'a counter is locked before it moves'))
  return [...new Set(moved)]
}

/** Only what posted purchases name is written; what a refused or simulated one named was never learnt. */
function learntBy(writes: readonly Writes[], { learnt }: Facts) {
  const skus = new Set(
    writes.flatMap(({ made: { purchase } }) =>
      purchase.lines.map(({ sku }) => nameKey(purchase.tenant, sku)),
    ),
  )
  const products = [...learnt.products].filter(([key]) => skus.has(key)).map(([, product]) => product)
  const named = new Set(
    products.flatMap(({ tenant, family, brand, type }) => [
      nameKey(tenant, `FAMILY|${family}`),
      nameKey(tenant, `BRAND|${brand}`),
      nameKey(tenant, `TYPE|${type}`),
    ]),
  )
  const groups = [...learnt.groups].filter(([key, { isNew }]) => isNew && named.has(key))
  return { products, groups: groups.map(([, group]) => group) }
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

/** What back-end spends come to: sent after this, and by nobody in the way of the till. */
function payoutsOf(writes: readonly Writes[]): PayoutOfPurchase[] {
  return writes.flatMap(({ payout, made: { purchase } }) =>
    payout === undefined || purchase.wallet === undefined
      ? []
      : [
          {
            tenant: purchase.tenant,
            id: payout,
            purchase: purchase.id,
            wallet: purchase.wallet,
            currency: purchase.currency,
            amount: purchase.spend - purchase.returnedSpend,
            medium: purchase.details?.payment_medium_identifier,
          },
        ],
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
