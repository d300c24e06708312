import { lockContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { InvalidState, invalidField, notFound } from '../kit/error.ts'
import type { ContactId } from '../kit/id.ts'
import { refuseCardNumbers } from './card-number.ts'
import type { MethodDetails, PaymentMethod } from './payment-method.ts'
import type { MethodChange } from './payment-methods.api.ts'
import {
  clearPrimary,
  deleteMethod,
  deleteMethodsOf,
  methodById,
  payoutUnderWay,
  saveMethod,
} from './payment-methods.store.ts'

export interface MethodName {
  readonly contact: string
  readonly method: string
}

/** What is left out stays; whom the method pays never changes. */
export async function changePaymentMethod(
  work: Work,
  named: MethodName,
  change: MethodChange,
): Promise<PaymentMethod> {
  refuseCardNumbers(change, '')
  const before = await lockMethod(work, named)
  const isPrimary = change.is_primary ?? before.isPrimary
  if (isPrimary && !before.isPrimary) await clearPrimary(work, before.contact)
  const after: PaymentMethod = {
    ...before,
    isPrimary,
    name: change.name === undefined ? before.name : (change.name ?? undefined),
    notes: change.notes === undefined ? before.notes : (change.notes ?? undefined),
    details: withExpiry(before.details, change.card),
  }
  await saveMethod(work, after)
  return after
}

function withExpiry(details: MethodDetails, card: MethodChange['card']): MethodDetails {
  if (card === undefined) return details
  if (details.type !== 'CARD') throw invalidField('card', 'sent', `the method is of the type ${details.type}`)
  return { ...details, expirationMonth: card.exp_month, expirationYear: card.exp_year }
}

/** Forgets the method and all that was known of it. One that is gone already is not found. */
export async function removePaymentMethod(work: Work, named: MethodName): Promise<PaymentMethod> {
  const method = await lockMethod(work, named)
  const payout = await payoutUnderWay(work, method.id)
  if (payout !== undefined) {
    throw InvalidState({
      parameters: ['payment_method', method.id],
      detail: `The payout ${payout} is on its way to this method; delete it when the payout has arrived or failed.`,
    })
  }
  await deleteMethod(work, method.id)
  return method
}

/** Erases how the contact is paid, whatever is under way: providers are asked by our reference only. */
export function erasePaymentMethods(work: Work, contact: ContactId): Promise<void> {
  return deleteMethodsOf(work, contact)
}

async function lockMethod(work: Work, { contact, method }: MethodName): Promise<PaymentMethod> {
  const owner = await lockContact(work, contact)
  const found = await methodById(work, method)
  if (!found || found.contact !== owner.id) throw notFound('payment_method', method)
  return found
}
