import { randomBytes } from 'node:crypto'
import { createApiKey, createOwner } from '../../access/index.ts'
import { createContact } from '../../contacts/index.ts'
import { type Database, transact, type Work } from '../../db/index.ts'
import { API_VERSION } from '../../http/index.ts'
import { type Mode, nobody } from '../../kit/actor.ts'
import { newId, type OrganisationId } from '../../kit/id.ts'
import { present } from '../../kit/invariant.ts'
import { createBusiness, createOrganisation } from '../../organisations/index.ts'
import { upsertProducts } from '../../products/index.ts'
import { demoZone, readHouseholds, readPrices, readProducts, readStores } from './fixture.ts'
import { createDemoOffers, type DemoOffer } from './offers.ts'

export const DEMO_CODE = 'COMPLETE-JOURNEY'
const CURRENCY = 'USD'
const YEARS_OF_HISTORY_DAYS = 3_650

export interface DemoOrganisation {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly code: string
  readonly tap: string | undefined
}

export interface DemoContact {
  readonly id: string
  readonly code: string
  readonly loyalty_identifier: string
  readonly wallet_id: string
}

/** What was made in one mode. */
export interface DemoMode {
  readonly secretKey: string
  readonly publishableKey: string
  readonly organisations: readonly DemoOrganisation[]
  readonly contacts: readonly DemoContact[]
  readonly offers: readonly DemoOffer[]
}

export interface DemoStaff {
  readonly username: string
  readonly password: string
}

export interface MadeDemo {
  readonly staff: DemoStaff
  readonly test: DemoMode
  readonly live: DemoMode
}

/**
 * Creates the demo business in both modes, in one transaction: all of it is there, or none. `keep` puts the keys where they
 * last before the commit, as nobody could read them afterwards.
 */
export function createDemo<Kept>(
  database: Database,
  at: Date,
  keep: (made: MadeDemo) => Promise<Kept>,
): Promise<Kept> {
  const staff = {
    username: 'owner@complete-journey.example',
    password: randomBytes(15).toString('base64url'),
  }
  return transact(database, { actor: nobody, at }, async ({ db }) => {
    const id = newId<OrganisationId>()
    const open = (mode: Mode) =>
      createBusiness(
        db,
        { id, name: 'Complete Journey', code: DEMO_CODE, currency: CURRENCY, timeZone: demoZone, mode },
        at,
      )
    const test = await fill(await open('TEST'), staff)
    const live = await fill(await open('LIVE'), staff)
    return keep({ staff, test, live })
  })
}

async function fill(work: Work, staff: DemoStaff): Promise<DemoMode> {
  const organisations = await createPlaces(work)
  await createProducts(work)
  const merchants = new Map(
    organisations.filter(({ type }) => type === 'MERCHANT').map(({ name, id }) => [name, id]),
  )
  await createOwner(work, staff)
  return {
    organisations,
    offers: await createDemoOffers(work, merchants),
    contacts: await createHouseholds(work),
    secretKey: (
      await createApiKey(work, { name: 'demo', kind: 'SECRET', scopes: ['*'], apiVersion: API_VERSION })
    ).key,
    publishableKey: (
      await createApiKey(work, {
        name: 'demo apps',
        kind: 'PUBLISHABLE',
        scopes: [],
        apiVersion: API_VERSION,
      })
    ).key,
  }
}

/** Stores become venues, each under its merchant; the numbers on receipts are the stores' own. */
async function createPlaces(work: Work): Promise<DemoOrganisation[]> {
  const stores = await readStores()
  const made: DemoOrganisation[] = []
  const merchantIds = new Map<string, string>()
  for (const name of [...new Set(stores.map(({ merchant }) => merchant))].sort()) {
    const number = String(100 + merchantIds.size + 1)
    const merchant = await createOrganisation(work, {
      type: 'MERCHANT',
      name,
      code: name.toUpperCase().replaceAll(' ', '-'),
      taps: [{ code: number, name }],
      // The sample is replayed at its own dates.
      settings: { accepts_days_back: YEARS_OF_HISTORY_DAYS, allows_automatic_spend: true },
    })
    merchantIds.set(name, merchant.id)
    made.push({ id: merchant.id, type: 'MERCHANT', name, code: merchant.code, tap: number })
  }
  for (const { store, merchant, name } of stores) {
    const venue = await createOrganisation(work, {
      type: 'VENUE',
      name,
      code: `STORE-${store}`,
      parent: { id: merchantIds.get(merchant) },
      taps: [{ code: store, name }],
    })
    made.push({ id: venue.id, type: 'VENUE', name, code: venue.code, tap: store })
  }
  return made
}

async function createProducts(work: Work): Promise<void> {
  const products = await readProducts()
  const prices = await readPrices()
  await upsertProducts(
    work,
    products.map(({ sku, name, family, brand, type }) => {
      const minor = prices.get(sku)
      return {
        sku,
        name,
        family,
        brand,
        type: { code: type, name: type },
        // The till rings them up by it, and orders take it.
        price: minor === undefined ? null : { minor, currency: CURRENCY, taxModel: 'TAX_INCLUSIVE' as const },
      }
    }),
  )
}

/** Households are anonymous in the data: they are called by their number and identified by it as a loyalty identifier. */
async function createHouseholds(work: Work): Promise<DemoContact[]> {
  const made: DemoContact[] = []
  for (const [index, { household }] of (await readHouseholds()).entries()) {
    const contact = await createContact(work, {
      first_name: 'Household',
      last_name: household,
      loyalty_identifiers: [{ identifier: household }],
      // To be found by at the till and to sign in to the shopper's app with; nobody has these numbers and addresses.
      phones: [{ number: nobodysPhone(index) }],
      emails: [{ email_address: `household-${household}@complete-journey.example` }],
    })
    made.push({
      id: contact.id,
      code: contact.code,
      loyalty_identifier: household,
      wallet_id: contact.wallet.id,
    })
  }
  return made
}

const AREAS = ['212', '646', '917']

/** Numbers 555-0100 to 555-0199 of every area are kept for stories. */
function nobodysPhone(index: number): string {
  const area = present(AREAS[Math.floor(index / 100)], 'every household has a number')
  return `(${area}) 555-01${String(index % 100).padStart(2, '0')}`
}
