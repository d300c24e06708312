import { lockContact } from '../contacts/index.ts'
import type { Work } from '../db/index.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { newId, type PaymentMethodId } from '../kit/id.ts'
import { refuseCardNumbers } from './card-number.ts'
import { ibanProblem, isBic, normaliseIban } from './iban.ts'
import type { MethodDetails, MethodType, PaymentMethod } from './payment-method.ts'
import type { METHOD_NAMES, MethodBody } from './payment-methods.api.ts'
import { clearPrimary, insertMethod, methodsOf } from './payment-methods.store.ts'

/** Registers a way to pay a contact. The same one again is the one that is there. */
export async function addPaymentMethod(
  work: Work,
  contactName: string,
  body: MethodBody,
): Promise<PaymentMethod> {
  refuseCardNumbers(body, '')
  const details = detailsOf(body)
  const contact = await lockContact(work, contactName)
  const there = await methodsOf(work, contact.id)
  const same = there.find((each) => targetOf(each.details) === targetOf(details))
  if (same) return same

  const isPrimary = body.is_primary ?? there.length === 0
  if (isPrimary) await clearPrimary(work, contact.id)
  const method: PaymentMethod = {
    id: newId<PaymentMethodId>(),
    contact: contact.id,
    name: body.name,
    notes: body.notes,
    isPrimary,
    details,
    createdAt: work.at,
  }
  await insertMethod(work, method)
  return method
}

export function typeNamed(name: (typeof METHOD_NAMES)[number]): MethodType {
  if (name === 'ACCOUNT_DEBIT') return 'ACCOUNT'
  return name === 'CRM_WALLET' ? 'WALLET' : name
}

/** What tells two methods apart: whom they pay. */
function targetOf(details: MethodDetails): string {
  switch (details.type) {
    case 'CARD':
      return `CARD ${details.token} ${details.recipient ?? ''}`
    case 'PAYPAL':
      return `PAYPAL ${details.email.toLowerCase()}`
    case 'ACCOUNT':
      return `ACCOUNT ${details.iban}`
    case 'WALLET':
      return 'WALLET'
  }
}

function detailsOf(body: MethodBody): MethodDetails {
  const type = typeNamed(body.payment_method_type)
  refuseOthers(body, type)
  switch (type) {
    case 'CARD':
      return cardOf(body.card)
    case 'PAYPAL':
      return paypalOf(body.paypal)
    case 'ACCOUNT':
      return accountOf(body.account_debit)
    case 'WALLET':
      return { type: 'WALLET' }
  }
}

const PART_OF = { CARD: 'card', PAYPAL: 'paypal', ACCOUNT: 'account_debit', WALLET: undefined } as const

function refuseOthers(body: MethodBody, type: MethodType): void {
  for (const part of ['card', 'paypal', 'account_debit'] as const) {
    if (part === PART_OF[type] || body[part] === undefined) continue
    throw invalidField(part, 'sent', `a method of the type ${type} has none`)
  }
}

function cardOf(card: MethodBody['card']): MethodDetails {
  if (!card) throw missingField('card', 'a card is needed')
  refuseUnless(/^\d{6,8}$/.test(card.first6), 'card.first6', 'the first six to eight digits are needed')
  refuseUnless(/^\d{4}$/.test(card.last4), 'card.last4', 'the last four digits are needed')
  const [gateway] = card.gateway_token
  const token = gateway?.token ?? ''
  const recipient = gateway?.alternative_token
  const needed = 'a token of the payment provider is needed, such as card_1Qx7'
  refuseUnless(isToken(token), 'card.gateway_token[0].token', needed)
  refuseUnless(
    recipient === undefined || isToken(recipient),
    'card.gateway_token[0].alternative_token',
    needed,
  )
  return {
    type: 'CARD',
    first6: card.first6,
    last4: card.last4,
    token,
    ...(recipient !== undefined && { recipient }),
    ...(card.brand !== undefined && { brand: card.brand }),
    ...(card.expiration_month !== undefined && { expirationMonth: card.expiration_month }),
    ...(card.expiration_year !== undefined && { expirationYear: card.expiration_year }),
    ...(card.card_holder_details && { holder: card.card_holder_details.card_holder_name }),
  }
}

/** Tokens begin with a letter; digits alone could be a card's. */
function isToken(text: string): boolean {
  return /^[A-Za-z]\w{2,99}$/.test(text)
}

/** Names the field and what is needed, but never the value: it may be what must not be written down. */
function refuseUnless(holds: boolean, path: string, needed: string): void {
  if (!holds) throw invalidField(path, 'not of the right form', needed)
}

function paypalOf(paypal: MethodBody['paypal']): MethodDetails {
  if (!paypal) throw missingField('paypal', 'the e-mail address of the PayPal account is needed')
  refuseUnless(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(paypal.email), 'paypal.email', 'an e-mail address is needed')
  return { type: 'PAYPAL', email: paypal.email }
}

function accountOf(account: MethodBody['account_debit']): MethodDetails {
  if (!account) throw missingField('account_debit', 'a bank account is needed')
  const iban = normaliseIban(account.iban)
  const problem = ibanProblem(iban)
  if (problem !== undefined) throw invalidField('account_debit.iban', problem, 'an IBAN is needed')
  const holder = account.account_holder_details?.account_holder_name ?? account.account_name
  if (holder === undefined)
    throw missingField('account_debit.account_name', 'the name of the holder is needed')
  const bic = account.swift?.replaceAll(' ', '').toUpperCase()
  if (bic !== undefined)
    refuseUnless(isBic(bic), 'account_debit.swift', 'a BIC of 8 or 11 characters is needed')
  return { type: 'ACCOUNT', iban, holder, ...(bic !== undefined && { bic }) }
}
