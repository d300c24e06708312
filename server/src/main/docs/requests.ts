import type { Operation } from './document.ts'
import { queryOf, sampleOf } from './samples.ts'

/** What an example sends. */
export interface ExampleRequest {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: unknown
}

const place = { merchant_tap: { code: 'M7' }, venue_tap: { code: 'V3' } }

/** Requests that say more than the required fields do. A test sends each to the schema of its endpoint. */
const TOLD: Readonly<Record<string, { readonly query?: ExampleRequest['query']; readonly body?: unknown }>> =
  {
    submitPurchase: {
      body: {
        reference_number: 'R-1001',
        contact: { phone: '+35799123456' },
        organisation: place,
        transaction_amounts: { total: '12.50' },
        products: [{ sku: '10-204', name: 'Flat white', quantity: 2, total_amount: '12.50' }],
        spend_request: { amount: '1.00' },
      },
    },
    submitPurchaseV1: {
      body: { reference_number: 'R-1001', contact_id: 'C-7731', ...place, total_amount: '12.50' },
    },
    adHocReturn: {
      body: {
        reference_number: 'RET-17',
        contact: { phone: '+35799123456' },
        organisation: place,
        return_amount: '12.50',
      },
    },
    cancelPurchase: { body: { reason: 'Rung up twice' } },
    listPurchases: { query: { reference_number: 'R-1001' } },
    listContacts: { query: { phone: '+35799123456' } },
    listCustomers: { query: { phone: '+35799123456' } },
    listProducts: { query: { search_value: 'flat' } },
    getWallet: { query: { include_lots: true } },
    updateProduct: { body: { name: 'Flat white, large' } },
    updateOrganisation: { body: { name: 'Ledra Street 21' } },
    updateCommercePool: { body: { name: 'Coffee and bakery' } },
  }

/** How paths of the reference name their record. */
const IDENTIFIERS: Readonly<Record<string, string>> = {
  Purchases: 'R-1001',
  Contacts: 'C-7731',
  Products: '10-204',
  Wallets: '7310482256019934',
  Organisations: 'V3',
}

export function requestOf(operation: Operation): ExampleRequest {
  const told = TOLD[operation.name]
  const id = IDENTIFIERS[operation.tag] ?? '0199b1c4-5a7e-7c21-9f3d-6b0c8d2e4f11'
  return {
    path: Object.fromEntries(operation.params.map(({ name }) => [name, id])),
    query: told?.query ?? queryOf(operation),
    body: operation.body && (told?.body ?? sampleOf(operation.body, false)),
  }
}
