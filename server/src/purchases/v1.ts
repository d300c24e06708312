import type { PurchaseBody, PurchaseBodyV1 } from './purchase-body.ts'

/** The flat body of version 1 as the nested one that the product works with. */
export function bodyOfV1(flat: PurchaseBodyV1): PurchaseBody {
  const {
    contact_id,
    organisation_id,
    merchant_tap,
    venue_tap,
    total_amount,
    net_amount,
    tax_amount,
    discount_amount,
    performed_on,
    ...same
  } = flat
  const place = { id: organisation_id, merchant_tap, venue_tap }
  return {
    ...same,
    contact: contact_id === undefined ? undefined : { id: contact_id },
    organisation: Object.values(place).some((part) => part !== undefined) ? place : undefined,
    transaction_amounts: { total: total_amount, net: net_amount, tax: tax_amount, discount: discount_amount },
    date: performed_on,
  }
}
