import type { Work } from '../db/index.ts'
import { invalidField, missingField } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import type { Place } from '../organisations/index.ts'
import { findNamed } from '../products/index.ts'
import { type Catalogue, contactNamed } from '../purchases/index.ts'
import type { Order } from './order.ts'
import type { AskedBody } from './order-body.ts'
import type { Orderer } from './price-line.ts'
import {
  productsNamed,
  readCustomFields,
  readItems,
  readPayments,
  readRequestedAt,
  readTotals,
} from './read-order.ts'

/** An order as it is asked for: nobody has numbered it, and nothing of the wallet is looked at yet. */
export type DraftOrder = Pick<
  Order,
  | 'tenant'
  | 'contact'
  | 'merchant'
  | 'venue'
  | 'supplyMethod'
  | 'deliveryMethod'
  | 'address'
  | 'currency'
  | 'items'
  | 'subTotal'
  | 'discount'
  | 'net'
  | 'tax'
  | 'total'
  | 'payments'
  | 'notes'
  | 'customFields'
  | 'requestedAt'
  | 'submittedAt'
>

export interface Drafting {
  readonly catalogue: Catalogue
  readonly by: Orderer
}

export async function draftOrder(
  work: Work,
  body: AskedBody,
  { catalogue, by }: Drafting,
): Promise<DraftOrder> {
  const { currency } = catalogue
  const { supply_method: supplyMethod, items: sent } = body
  if (supplyMethod === undefined)
    throw missingField('supply_method', 'DELIVERY, PICK_UP or DIRECT_SALE is needed')
  if (sent === undefined) throw missingField('items', 'at least one item is needed')
  if (body.discount && by === 'CONTACT')
    throw invalidField('discount', 'sent by a contact', 'the shop gives discounts; leave it out')
  const place = placeOf(work, body, catalogue)
  const contact = await orderingContact(work, body, catalogue)
  const items = readItems(sent, { currency, by, find: await findNamed(work, productsNamed(sent)) })
  return {
    ...readTotals(items, body.discount, currency),
    tenant: work.actor.tenant,
    contact,
    merchant: place.merchant.id,
    venue: place.venue?.id,
    supplyMethod,
    deliveryMethod: body.delivery_method,
    address: body.address,
    currency,
    items,
    payments: readPayments(body.payments, currency),
    notes: body.notes,
    customFields: readCustomFields(body.custom_fields),
    requestedAt: readRequestedAt(body.requested_delivery_at, work.at),
    submittedAt: work.at,
  }
}

function placeOf(
  { actor }: Work,
  { fulfilled_by, organisation }: AskedBody,
  { directory }: Catalogue,
): Place {
  return directory.placeOf({ id: fulfilled_by, ...organisation }, actor.within)
}

type Who = Pick<AskedBody, 'contact' | 'contact_id' | 'account_id'>

export function orderingContact(work: Work, who: Who, catalogue: Catalogue): Promise<ContactId> {
  const { contact, contact_id, account_id } = who
  const id = contact_id ?? account_id
  if (!contact && id === undefined)
    throw missingField('contact_id', 'or send contact with one identification')
  return contactNamed(work, catalogue, contact ?? { id })
}
