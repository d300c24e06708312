import type { SubmitPurchaseBody } from '@tillback/sdk'
import type { ApiCall } from '../code/code-of.ts'

export interface FirstPurchase {
  /** The number under which a till knows the venue. */
  readonly venueTap: string | undefined
  readonly contactCode: string | undefined
}

/** A first purchase, for a terminal or a program. */
export function firstPurchase({ venueTap, contactCode }: FirstPurchase): {
  readonly call: ApiCall
  readonly body: SubmitPurchaseBody
} {
  const body: SubmitPurchaseBody = {
    reference_number: 'hello-1',
    ...(venueTap === undefined ? {} : { organisation: { venue_tap: { code: venueTap } } }),
    ...(contactCode === undefined ? {} : { contact: { code: contactCode } }),
    transaction_amounts: { total: '12.00' },
  }
  return { body, call: { method: 'POST', path: '/backoffice/v2/purchases', body, sdk: 'purchases.submit' } }
}
