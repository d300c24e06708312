import { type FoundContact, findContacts } from '../contacts/index.ts'
import { columnsOf, type Runner, statement } from '../db/index.ts'
import { readRevisions } from '../events/index.ts'
import type { Tenant } from '../kit/actor.ts'
import { type AccountId, type ClassificationId, newId, type WalletId } from '../kit/id.ts'
import { type AccountState, accountId, contactAccount, lockAccounts, lotsLeft } from '../ledger/index.ts'
import { type Basket, countersOf, firstFailing, lockCounters } from '../offers/index.ts'
import { findGroups, findProducts } from '../products/index.ts'
import { basketOf, linesOf } from './basket.ts'
import { type Catalogue, shelve } from './catalogue.ts'
import {
  type Facts,
  type Learnt,
  nameKey,
  referenceKey,
  type StoredReply,
  type WalletFacts,
} from './facts.ts'
import type { PreparedPurchase } from './prepare-purchase.ts'
import { purchasesById, purchasesByReference } from './purchases.store.ts'

/** Thrown when what is held in memory is older than the database: the group is loaded again with it refreshed. */
export class CatalogueStale extends Error {
  override readonly name = 'CatalogueStale'
  readonly tenant: Tenant
  readonly revision: bigint

  constructor(tenant: Tenant, revision: bigint) {
    super(`the catalogue of tenant ${tenant} is older than revision ${revision}`)
    this.tenant = tenant
    this.revision = revision
  }
}

/**
 * Reads and locks all that deciding the group needs, in two round trips: first what can be looked up without a lock (contacts,
 * products, revisions), then the wallets' locks and everything that must be seen after them.
 */
export async function loadFacts(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  catalogues: ReadonlyMap<Tenant, Catalogue>,
): Promise<Facts> {
  const { contacts, learnt } = await lookUp(sql, commands, catalogues)
  const lines = commands.map((prepared) => linesOf(prepared, catalogueOf(prepared, catalogues), learnt))
  const baskets = commands.map((prepared, index) => {
    const [contact, ...others] = contacts[index] ?? []
    if (!contact || others.length > 0) return undefined
    return basketOf(prepared, contact, lines[index] ?? [], catalogueOf(prepared, catalogues))
  })
  return {
    catalogues,
    contacts,
    lines,
    baskets,
    learnt,
    ...(await lockAndRead(sql, commands, { catalogues, contacts, baskets })),
  }
}

function catalogueOf({ command }: PreparedPurchase, catalogues: ReadonlyMap<Tenant, Catalogue>): Catalogue {
  const catalogue = catalogues.get(command.actor.tenant)
  if (!catalogue) throw new CatalogueStale(command.actor.tenant, 0n)
  return catalogue
}

async function lookUp(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  catalogues: ReadonlyMap<Tenant, Catalogue>,
) {
  const keyed = commands.flatMap(({ command, contact }, index) =>
    contact ? [{ tenant: command.actor.tenant, key: contact, index }] : [],
  )
  const [revisions, found, products, groups] = await Promise.all([
    readRevisions(sql, [...catalogues.keys()]),
    findContacts(sql, keyed),
    findProducts(sql, missingProducts(commands, catalogues)),
    findGroups(sql, namedGroups(commands, catalogues)),
  ])
  for (const { tenant, configuration, products: productRevision } of revisions) {
    const catalogue = catalogues.get(tenant)
    if (!catalogue || catalogue.revision < configuration) throw new CatalogueStale(tenant, configuration)
    if (catalogue.products.revision < productRevision) {
      catalogue.products.bySku.clear()
      catalogue.products.revision = productRevision
      throw new CatalogueStale(tenant, configuration)
    }
  }
  for (const { tenant, product } of products) {
    const catalogue = catalogues.get(tenant)
    if (catalogue) shelve(catalogue.products, product)
  }
  const contacts: (readonly FoundContact[])[] = commands.map(() => [])
  keyed.forEach(({ index }, position) => {
    contacts[index] = found[position] ?? []
  })
  const learnt: Learnt = {
    products: new Map(),
    groups: new Map(
      groups.map((group) => [
        nameKey(group.tenant, `${group.kind}|${group.code}`),
        { ...group, isNew: false },
      ]),
    ),
    classifications: newClassifications(commands),
  }
  return { contacts, learnt }
}

function newClassifications(commands: readonly PreparedPurchase[]): Learnt['classifications'] {
  return new Map(
    commands.flatMap(({ command, classification }) => {
      if (!classification || 'known' in classification) return []
      const { tenant } = command.actor
      const made = { tenant, id: newId<ClassificationId>(), ...classification.unknown }
      return [[nameKey(tenant, made.code), made] as const]
    }),
  )
}

function missingLines(commands: readonly PreparedPurchase[], catalogues: ReadonlyMap<Tenant, Catalogue>) {
  return commands.flatMap((prepared) => {
    const { tenant } = prepared.command.actor
    const shelf = catalogueOf(prepared, catalogues).products.bySku
    return prepared.amounts.lines.flatMap((line) =>
      line.sku === '' || shelf.has(line.sku) ? [] : [{ tenant, line }],
    )
  })
}

function missingProducts(commands: readonly PreparedPurchase[], catalogues: ReadonlyMap<Tenant, Catalogue>) {
  const missing = missingLines(commands, catalogues).map(({ tenant, line }) => ({ tenant, sku: line.sku }))
  return [...new Map(missing.map((key) => [nameKey(key.tenant, key.sku), key])).values()]
}

function namedGroups(commands: readonly PreparedPurchase[], catalogues: ReadonlyMap<Tenant, Catalogue>) {
  const named = missingLines(commands, catalogues).flatMap(({ tenant, line }) => [
    ...(line.family ? [{ tenant, kind: 'FAMILY' as const, code: line.family.code }] : []),
    ...(line.brand ? [{ tenant, kind: 'BRAND' as const, code: line.brand.code }] : []),
  ])
  return [...new Map(named.map((key) => [nameKey(key.tenant, `${key.kind}|${key.code}`), key])).values()]
}

interface LookedUp {
  readonly catalogues: ReadonlyMap<Tenant, Catalogue>
  readonly contacts: readonly (readonly FoundContact[])[]
  readonly baskets: readonly (Basket | undefined)[]
}

type Locked = Pick<Facts, 'accounts' | 'wallets' | 'lots' | 'counters' | 'byReference' | 'byId' | 'replies'>

/** One round trip: the statements are sent together and run in order, so all after the first see what its locks waited for. */
async function lockAndRead(
  sql: Runner,
  commands: readonly PreparedPurchase[],
  looked: LookedUp,
): Promise<Locked> {
  const wallets = walletsOf(commands, looked, () => true)
  const spending = walletsOf(commands, looked, ({ amounts }) => amounts.requestedSpend !== undefined)
  const [commerce, others, unavailable, lots, counters, byReference, byId, replies] = await Promise.all([
    lockAccounts(
      sql,
      wallets.map((wallet) => contactAccount('CONTACT_COMMERCE', wallet)),
    ),
    readAccounts(sql, wallets),
    readUnavailable(sql, wallets, nowOf(commands)),
    lotsLeft(sql, spending),
    lockCounters(sql, counterRefs(commands, looked)),
    purchasesByReference(sql, references(commands)),
    purchasesById(sql, clientIds(commands)),
    readReplies(sql, commands),
  ])
  const accounts = new Map([...commerce, ...others])
  return {
    accounts,
    wallets: new Map(wallets.map((wallet) => [wallet.id, walletFacts(wallet, accounts, unavailable)])),
    lots: Map.groupBy(lots, ({ wallet }) => wallet),
    counters,
    byReference: new Map(
      byReference.map((p) => [referenceKey(p.tenant, p.merchant, p.referenceNumber ?? ''), p]),
    ),
    byId: new Map(byId.map((p) => [nameKey(p.tenant, p.id), p])),
    replies,
  }
}

interface WalletKey {
  readonly tenant: Tenant
  readonly id: WalletId
  readonly currency: string
}

function walletsOf(
  commands: readonly PreparedPurchase[],
  { contacts, baskets }: LookedUp,
  wanted: (prepared: PreparedPurchase) => boolean,
): WalletKey[] {
  const keys = commands.flatMap((prepared, index): WalletKey[] => {
    const contact = baskets[index] && contacts[index]?.[0]
    if (!contact || !wanted(prepared)) return []
    return [{ tenant: prepared.command.actor.tenant, id: contact.wallet, currency: contact.currency }]
  })
  return [...new Map(keys.map((key) => [key.id, key])).values()]
}

function nowOf(commands: readonly PreparedPurchase[]): Date {
  return new Date(Math.max(...commands.map(({ command }) => command.at.getTime())))
}

/** Counters of the limited offers whose conditions this group's baskets fulfil. */
function counterRefs(commands: readonly PreparedPurchase[], { catalogues, baskets }: LookedUp) {
  return commands.flatMap(({ command }, index) => {
    const basket = baskets[index]
    const offers = catalogues.get(command.actor.tenant)?.offers
    if (!basket || !offers?.limited) return []
    return offers
      .candidates(basket)
      .filter(
        ({ offer }) =>
          offer.terms.limits.budget !== undefined || offer.terms.limits.per_contact !== undefined,
      )
      .filter((compiled) => !firstFailing(compiled, basket))
      .flatMap(({ offer }) => countersOf(offer, command.actor.tenant, basket))
  })
}

function references(commands: readonly PreparedPurchase[]) {
  return commands.flatMap(({ command, place, body }) =>
    body.reference_number === undefined
      ? []
      : [
          {
            tenant: command.actor.tenant,
            merchant: place.merchant.id,
            referenceNumber: body.reference_number,
          },
        ],
  )
}

function clientIds(commands: readonly PreparedPurchase[]) {
  return commands.flatMap(({ command, body }) =>
    body.id === undefined ? [] : [{ tenant: command.actor.tenant, id: body.id }],
  )
}

const READ_ACCOUNTS = statement(
  'purchases_read_accounts',
  `select a.id, a.kind, a.owner_id as owner, a.tenant, a.currency, a.balance, a.seq
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join accounts a on a.tenant = k.tenant and a.id = k.id`,
)

interface AccountRow {
  readonly id: AccountId
  readonly kind: 'CONTACT_OPEN' | 'CONTACT_DEBT'
  readonly owner: string
  readonly tenant: Tenant
  readonly currency: string
  readonly balance: bigint
  readonly seq: bigint
}

/** The wallets' open and debt accounts. Whoever moves them holds the wallet's commerce account, so they need no lock of their own. */
async function readAccounts(
  sql: Runner,
  wallets: readonly WalletKey[],
): Promise<Map<AccountId, AccountState>> {
  if (wallets.length === 0) return new Map()
  const refs = wallets.flatMap((wallet) => [
    contactAccount('CONTACT_OPEN', wallet),
    contactAccount('CONTACT_DEBT', wallet),
  ])
  const rows = await sql.run<AccountRow>(
    READ_ACCOUNTS,
    columnsOf(
      refs,
      ({ tenant }) => tenant,
      (ref) => accountId(ref),
    ),
  )
  return new Map(
    rows.map(({ id, kind, owner, tenant, currency, balance, seq }) => [
      id,
      { id, ref: { tenant, kind, owner, currency, lane: 0 }, balance, seq },
    ]),
  )
}

const READ_UNAVAILABLE = statement(
  'purchases_read_unavailable',
  `select l.wallet_id as wallet,
          coalesce(sum(l.remaining) filter (where l.pool_id is null), 0)::bigint as open,
          coalesce(sum(l.remaining) filter (where l.pool_id is not null), 0)::bigint as commerce
     from unnest($1::int[], $2::uuid[]) as k(tenant, id)
     join lots l on l.tenant = k.tenant and l.wallet_id = k.id and l.remaining > 0 and l.expires_at <= $3
    group by l.wallet_id`,
)

interface UnavailableRow {
  readonly wallet: WalletId
  readonly open: bigint
  readonly commerce: bigint
}

/** Money past its expiry that was not posted to breakage yet: on the books, but nobody may spend it. */
async function readUnavailable(
  sql: Runner,
  wallets: readonly WalletKey[],
  now: Date,
): Promise<readonly UnavailableRow[]> {
  if (wallets.length === 0) return []
  const keys = columnsOf(
    wallets,
    ({ tenant }) => tenant,
    ({ id }) => id,
  )
  return sql.run<UnavailableRow>(READ_UNAVAILABLE, [...keys, now])
}

function walletFacts(
  wallet: WalletKey,
  accounts: ReadonlyMap<AccountId, AccountState>,
  unavailable: readonly UnavailableRow[],
): WalletFacts {
  const balance = (kind: 'CONTACT_OPEN' | 'CONTACT_COMMERCE' | 'CONTACT_DEBT') =>
    accounts.get(accountId(contactAccount(kind, wallet)))?.balance ?? 0n
  const off = unavailable.find((row) => row.wallet === wallet.id)
  return {
    open: balance('CONTACT_OPEN') - (off?.open ?? 0n),
    commerce: balance('CONTACT_COMMERCE') - (off?.commerce ?? 0n),
    debt: -balance('CONTACT_DEBT'),
  }
}

const READ_REPLIES = statement(
  'purchases_read_replies',
  `select i.tenant, i.key, i.request_hash as hash, i.status, i.reply as text
     from unnest($1::int[], $2::text[]) as k(tenant, key)
     join idempotency_keys i on i.tenant = k.tenant and i.key = k.key`,
)

interface ReplyRow extends StoredReply {
  readonly tenant: Tenant
  readonly key: string
}

async function readReplies(
  sql: Runner,
  commands: readonly PreparedPurchase[],
): Promise<Map<string, StoredReply>> {
  const keyed = commands.flatMap(({ command }) =>
    command.idempotencyKey === undefined
      ? []
      : [{ tenant: command.actor.tenant, key: command.idempotencyKey }],
  )
  if (keyed.length === 0) return new Map()
  const rows = await sql.run<ReplyRow>(
    READ_REPLIES,
    columnsOf(
      keyed,
      ({ tenant }) => tenant,
      ({ key }) => key,
    ),
  )
  return new Map(rows.map(({ tenant, key, ...reply }) => [nameKey(tenant, key), reply]))
}
