import { z } from 'zod'
import type { Mode } from '../kit/actor.ts'
import type { ContactId, PaymentMethodId } from '../kit/id.ts'
import type { ProviderName } from './payout.ts'

export const METHOD_TYPES = ['CARD', 'PAYPAL', 'ACCOUNT', 'WALLET'] as const
export type MethodType = (typeof METHOD_TYPES)[number]

const card = z.strictObject({
  type: z.literal('CARD'),
  first6: z.string(),
  last4: z.string(),
  brand: z.string().optional(),
  expirationMonth: z.int().optional(),
  expirationYear: z.int().optional(),
  holder: z.string().optional(),
  /** What the provider knows the card by. */
  token: z.string(),
  /** Whom the provider knows the contact as. */
  recipient: z.string().optional(),
})
const paypal = z.strictObject({ type: z.literal('PAYPAL'), email: z.string() })
const account = z.strictObject({
  type: z.literal('ACCOUNT'),
  iban: z.string(),
  bic: z.string().optional(),
  holder: z.string(),
})
const wallet = z.strictObject({ type: z.literal('WALLET') })

/** How a contact is paid, as it is stored: the only place where a payout's personal data is kept. */
export const methodDetails = z.discriminatedUnion('type', [card, paypal, account, wallet])
export type MethodDetails = z.infer<typeof methodDetails>

export interface PaymentMethod {
  readonly id: PaymentMethodId
  readonly contact: ContactId
  readonly name: string | undefined
  readonly notes: string | undefined
  readonly isPrimary: boolean
  readonly details: MethodDetails
  readonly createdAt: Date
}

export interface Choice {
  readonly provider: ProviderName
  readonly type: MethodType
  /** Undefined: the wallet of a contact who registered no method. */
  readonly method: PaymentMethod | undefined
}

export interface Choosing {
  /** The first digits of the card that the purchase was paid with. */
  readonly medium: string | undefined
  /** The method that the contact asked for. */
  readonly wanted: string | undefined
  readonly methods: readonly PaymentMethod[]
  /** Providers that the business has configured, and whether they are in use. */
  readonly providers: ReadonlyMap<ProviderName, 'ACTIVE' | 'INACTIVE'>
  readonly mode: Mode
  readonly currency: string
}

/**
 * Ways to pay, the first to be tried first: the card that the purchase was paid with, else the preferred method, else the wallet.
 * A method that nobody can pay to is passed over. A contact who asked for a method gets that one or none.
 */
export function waysToPay(choosing: Choosing): readonly Choice[] {
  const { wanted, methods } = choosing
  const asked = methods.filter(({ id }) => id === wanted)
  const ranked = wanted === undefined ? [...paidWith(choosing), ...methods.filter(isPrimary)] : asked
  const named = [...new Set(ranked)].flatMap((method) => wayTo(choosing, method.details.type, method))
  if (wanted !== undefined || named.some(({ type }) => type === 'WALLET')) return named
  return [...named, ...wayTo(choosing, 'WALLET', undefined)]
}

function isPrimary(method: PaymentMethod): boolean {
  return method.isPrimary
}

const FEWEST_DIGITS = 6

/** The registered card whose first digits the till told; the preferred one of several. */
function paidWith({ medium, methods }: Choosing): readonly PaymentMethod[] {
  const digits = medium?.replaceAll(/\D/g, '') ?? ''
  if (digits.length < FEWEST_DIGITS) return []
  const cards = methods.filter(
    ({ details }) =>
      details.type === 'CARD' && (digits.startsWith(details.first6) || details.first6.startsWith(digits)),
  )
  return [...cards].sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary))
}

const PAYS: Readonly<Record<MethodType, ProviderName>> = {
  CARD: 'STRIPE',
  PAYPAL: 'PAYPAL',
  ACCOUNT: 'SEPA',
  WALLET: 'WALLET',
}

function wayTo(choosing: Choosing, type: MethodType, method: PaymentMethod | undefined): readonly Choice[] {
  const { providers, mode, currency } = choosing
  const provider = PAYS[type]
  const state = providers.get(provider)
  if (state === 'INACTIVE') return []
  // The wallet needs no configuration.
  if (state === undefined && type !== 'WALLET') {
    return mode === 'TEST' ? [{ provider: 'PRETEND', type, method }] : []
  }
  if (provider === 'SEPA' && currency !== 'EUR') return []
  return [{ provider, type, method }]
}

/** A method as people are shown it: enough to recognise it, too little to use it. */
export function masked(details: MethodDetails): string {
  switch (details.type) {
    case 'CARD':
      return `${details.first6.slice(0, 6)}…${details.last4}`
    case 'PAYPAL':
      return details.email.replace(/^(.)[^@]*/, '$1…')
    case 'ACCOUNT':
      return `${details.iban.slice(0, 4)}…${details.iban.slice(-4)}`
    case 'WALLET':
      return 'wallet'
  }
}
