import { getContact } from '../contacts/index.ts'
import { type Route, route } from '../http/index.ts'
import { pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import { addPaymentMethod, typeNamed } from './add-payment-method.ts'
import { changePaymentMethod, removePaymentMethod } from './change-payment-method.ts'
import { masked, type PaymentMethod } from './payment-method.ts'
import * as api from './payment-methods.api.ts'
import { methodsOf } from './payment-methods.store.ts'
import { tryMethod } from './try-method.ts'

export function paymentMethodRoutes(): readonly Route[] {
  return [
    route(api.listMethods, async (work, { params, query }) => {
      const { id } = await getContact(work, params.id)
      const type = query.type && typeNamed(query.type)
      const all = (await methodsOf(work, id)).filter(
        ({ details }) => type === undefined || details.type === type,
      )
      const { page, size, include_total: includeTotal } = query
      const rows = all.slice((page - 1) * size, page * size + 1)
      return pageOf({ page, size, includeTotal }, rows, showMethod, includeTotal ? all.length : null)
    }),
    route(api.addMethod, async (work, { params, body }) => {
      const { id } = await addPaymentMethod(work, params.id, body)
      return { id }
    }),
    route(api.changeMethod, async (work, { params, body }) => {
      const named = { contact: params.id, method: params.payment_method_id }
      const { id } = await changePaymentMethod(work, named, body)
      return { id }
    }),
    route(api.tryMethod, (work, { params }) =>
      tryMethod(work, { contact: params.id, method: params.payment_method_id }),
    ),
    route(api.removeMethod, async (work, { params }) => {
      const { id } = await removePaymentMethod(work, { contact: params.id, method: params.payment_method_id })
      return { id }
    }),
  ]
}

function showMethod({ id, details, isPrimary, name, notes, createdAt }: PaymentMethod): api.MethodReply {
  return {
    id,
    payment_method_id: id,
    payment_method_type: details.type,
    is_primary: isPrimary,
    name: name ?? null,
    notes: notes ?? null,
    card:
      details.type === 'CARD'
        ? {
            first6: details.first6,
            last4: details.last4,
            brand: details.brand ?? null,
            expiration_month: details.expirationMonth ?? null,
            expiration_year: details.expirationYear ?? null,
          }
        : null,
    paypal: details.type === 'PAYPAL' ? { email: masked(details) } : null,
    account_debit:
      details.type === 'ACCOUNT'
        ? { iban: masked(details), account_name: details.holder, swift: details.bic ?? null }
        : null,
    created_on: epochSeconds(createdAt),
  }
}
