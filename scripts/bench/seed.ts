import { createApiKey } from '../../server/src/access/index.ts'
import {
  columnsOf,
  migrate,
  openDatabase,
  statement,
  transact,
  type Work,
} from '../../server/src/db/index.ts'
import { API_VERSION } from '../../server/src/http/index.ts'
import { nobody } from '../../server/src/kit/actor.ts'
import { type ContactId, newId, type WalletId } from '../../server/src/kit/id.ts'
import { accountId, contactAccount, houseAccount, openAccounts } from '../../server/src/ledger/index.ts'
import { createOffers } from '../../server/src/offers/index.ts'
import { createBusiness, createOrganisation } from '../../server/src/organisations/index.ts'
import { upsertProducts } from '../../server/src/products/index.ts'
import { ensureDefaultPool } from '../../server/src/wallets/index.ts'
import { makeOffers } from './offers.ts'
import { FAMILIES, MERCHANTS, SKUS, VENUES } from './places.ts'

/** Beyond the 16 lanes of the servers: every client of pgbench has a funder's account to itself. */
export const FIRST_BASELINE_LANE = 100
export const MOST_CLIENTS = 128

const currency = 'EUR'

/** Where a load is sent to. */
export interface Business {
  readonly key: string
  readonly contacts: number
}

/** One business with everything but offers, in a fresh database. */
export async function seedBusiness(url: string, contacts: number): Promise<Business> {
  await migrate(url, () => {})
  const database = openDatabase(url)
  try {
    return await transact(database, { actor: nobody, at: new Date() }, async ({ db, at }) => {
      const wanted = { name: 'Bench', code: 'BENCH', currency, timeZone: 'Europe/Nicosia' }
      const work = await createBusiness(db, { ...wanted, mode: 'LIVE' }, at)
      await createPlaces(work)
      await upsertProducts(work, products())
      await ensureDefaultPool(work)
      await createContacts(work, contacts)
      await openBaselineLanes(work)
      const { key } = await createApiKey(work, {
        name: 'bench',
        kind: 'SECRET',
        scopes: ['*'],
        apiVersion: API_VERSION,
      })
      return { key, contacts }
    })
  } finally {
    await database.close()
  }
}

const OFFERS_AT_ONCE = 500

/** Puts live offers into a seeded database and brings its statistics up to date. */
export async function seedOffers(url: string, count: number): Promise<void> {
  const database = openDatabase(url)
  try {
    const { tenant, business_id } = await database.query
      .selectFrom('tenants')
      .select(['tenant', 'business_id'])
      .executeTakeFirstOrThrow()
    const venues = await database.query
      .selectFrom('organisations')
      .select('id')
      .where('tenant', '=', tenant)
      .where('type', '=', 'VENUE')
      .orderBy('code')
      .execute()
    const pool = await database.query.selectFrom('commerce_pools').select('id').executeTakeFirstOrThrow()
    const offers = makeOffers(count, {
      venues: venues.map(({ id }) => id),
      pool: pool.id,
      funder: business_id,
    })
    const actor = { ...nobody, tenant, scopes: new Set(['*']) }
    await transact(database, { actor, at: new Date() }, async (work) => {
      for (let from = 0; from < offers.length; from += OFFERS_AT_ONCE) {
        await createOffers(work, offers.slice(from, from + OFFERS_AT_ONCE))
      }
    })
    await database.pool.query('vacuum analyze')
  } finally {
    await database.close()
  }
}

async function createPlaces(work: Work): Promise<void> {
  const merchants: string[] = []
  for (let number = 0; number < MERCHANTS; number++) {
    const name = `Merchant ${number}`
    const taps = [{ code: `M${number}`, name }]
    const made = await createOrganisation(work, { type: 'MERCHANT', name, code: `MERCHANT-${number}`, taps })
    merchants.push(made.id)
  }
  for (let number = 0; number < VENUES; number++) {
    const name = `Venue ${number}`
    await createOrganisation(work, {
      type: 'VENUE',
      name,
      code: `VENUE-${String(number).padStart(3, '0')}`,
      parent: { id: merchants[number % MERCHANTS] },
      taps: [{ code: `V${number}`, name }],
    })
  }
}

function products() {
  return Array.from({ length: SKUS }, (_, number) => {
    const family = `F${number % FAMILIES}`
    return { sku: `SKU${number}`, name: `Product ${number}`, family: { code: family, name: family } }
  })
}

const INSERT_CONTACTS = statement(
  'bench_contacts',
  `insert into contacts (tenant, id, code, first_name, last_name, created_at, first_last, last_first, referral_code)
   select $1, k.id, k.code, 'Ada', k.code, $2, 'ada ' || lower(k.code), lower(k.code) || ' ada', k.code
     from unnest($3::uuid[], $4::text[]) as k(id, code)`,
)
const INSERT_WALLETS = statement(
  'bench_wallets',
  `insert into wallets (tenant, id, contact_id, code, currency, created_at)
   select $1, k.id, k.contact_id, k.code, $2, $3
     from unnest($4::uuid[], $5::uuid[], $6::text[]) as k(id, contact_id, code)`,
)
const INSERT_IDENTIFIERS = statement(
  'bench_identifiers',
  `insert into identifiers (tenant, value, kind, contact_id)
   select $1, k.value, k.kind, k.contact_id
     from unnest($2::text[], $3::text[], $4::uuid[]) as k(value, kind, contact_id)`,
)
const INSERT_ACCOUNTS = statement(
  'bench_accounts',
  'insert into bench_accounts select * from unnest($1::uuid[], $2::uuid[])',
)
const CONTACTS_AT_ONCE = 5_000

/**
 * What createContact() writes, many at once. `bench_accounts` tells pgbench the ids that servers compute by
 * themselves.
 */
async function createContacts(work: Work, count: number): Promise<void> {
  const { sql, at, actor } = work
  await work.db.schema
    .createTable('bench_accounts')
    .addColumn('wallet_id', 'uuid', (column) => column.primaryKey())
    .addColumn('account_id', 'uuid', (column) => column.notNull())
    .execute()
  for (let from = 0; from < count; from += CONTACTS_AT_ONCE) {
    const made = Array.from({ length: Math.min(CONTACTS_AT_ONCE, count - from) }, (_, index) => ({
      id: newId<ContactId>(),
      wallet: newId<WalletId>(),
      code: `C${from + index}`,
      walletCode: `W${from + index}`,
    }))
    const [ids, codes, wallets, walletCodes] = columnsOf(
      made,
      ({ id }) => id,
      ({ code }) => code,
      ({ wallet }) => wallet,
      ({ walletCode }) => walletCode,
    )
    await sql.run(INSERT_CONTACTS, [actor.tenant, at, ids, codes])
    await sql.run(INSERT_WALLETS, [actor.tenant, currency, at, wallets, ids, walletCodes])
    const named = made.flatMap(({ id, code, walletCode }) => [
      { value: code, kind: 'CODE', id },
      { value: walletCode, kind: 'WALLET_CODE', id },
    ])
    const identifiers = columnsOf(
      named,
      ({ value }) => value,
      ({ kind }) => kind,
      ({ id }) => id,
    )
    await sql.run(INSERT_IDENTIFIERS, [actor.tenant, ...identifiers])
    await openWallets(
      work,
      made.map(({ wallet }) => wallet),
    )
  }
}

async function openWallets({ sql, actor }: Work, wallets: readonly WalletId[]): Promise<void> {
  const owners = wallets.map((id) => ({ tenant: actor.tenant, id, currency }))
  const commerce = owners.map((owner) => contactAccount('CONTACT_COMMERCE', owner))
  await openAccounts(sql, [...owners.map((owner) => contactAccount('CONTACT_OPEN', owner)), ...commerce])
  await sql.run(
    INSERT_ACCOUNTS,
    columnsOf(
      commerce,
      ({ owner }) => owner,
      (account) => accountId(account),
    ),
  )
}

export function baselineLane(tenant: number, organisation: string, client: number) {
  return houseAccount('FUNDER', { tenant, organisation, currency, lane: FIRST_BASELINE_LANE + client })
}

async function openBaselineLanes({ sql, actor }: Work): Promise<void> {
  const clients = Array.from({ length: MOST_CLIENTS }, (_, client) => client)
  await openAccounts(
    sql,
    clients.map((client) => baselineLane(actor.tenant, actor.business, client)),
  )
}
