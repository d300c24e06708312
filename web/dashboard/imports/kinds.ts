import type { Imported } from '../syncs/import-link.tsx'
import { CONTACT_FIELDS, contactOf } from './rows/contact-fields.ts'
import type { ImportField } from './rows/fields.ts'
import { PRODUCT_FIELDS, productOf } from './rows/product-fields.ts'
import type { Value } from './rows/read-values.ts'
import { sendContacts } from './send/send-contacts.ts'
import { sendProducts } from './send/send-products.ts'
import type { Outcome, Sending } from './send/sending.ts'

/** What can be brought in from a file. */
export interface ImportKind {
  readonly name: Imported
  readonly fields: readonly ImportField[]
  /** One of these has to be there, so that a row is known again. */
  readonly knownBy: readonly string[]
  readonly rowOf: (values: ReadonlyMap<string, Value>) => object
  readonly send: (rows: readonly object[], sending: Sending) => Promise<Outcome>
}

export const IMPORTS: Readonly<Record<Imported, ImportKind>> = {
  products: {
    name: 'products',
    fields: PRODUCT_FIELDS,
    knownBy: ['sku'],
    rowOf: productOf,
    send: sendProducts,
  },
  contacts: {
    name: 'contacts',
    fields: CONTACT_FIELDS,
    knownBy: ['phone', 'email', 'loyalty_identifier', 'code'],
    rowOf: contactOf,
    send: sendContacts,
  },
}
