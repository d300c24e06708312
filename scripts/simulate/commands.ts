import type { Line } from './model/rules.ts'
import type { Pieces } from './model/state.ts'

/** What a client asks for. Each carries what makes a repetition of it harmless. */
export type Command = Buying | Voiding | Returning | ToppingUp | VoidingTopup | Giving | Asking | Claiming

export interface Buying {
  readonly kind: 'PURCHASE' | 'QUOTE'
  readonly reference: string
  /** null: nobody is identified. */
  readonly contact: string | null
  readonly venue: string
  readonly lines: readonly Line[]
  readonly spend: { readonly amount: number; readonly full: boolean } | null
  /** The one-time code that the contact was told, by its name; it says who buys and that the wallet may pay. */
  readonly token?: string
  /** Seconds since the epoch. */
  readonly date: number
}

export interface Voiding {
  readonly kind: 'VOID'
  /** Of the purchase. */
  readonly reference: string
}

export interface Returning {
  readonly kind: 'RETURN'
  readonly reference: string
  /** Its reference number. */
  readonly purchase: string
  readonly products: readonly Pieces[]
}

/** Money from outside: open, or of a pool. */
export interface ToppingUp {
  readonly kind: 'TOPUP'
  readonly reference: string
  readonly contact: string
  readonly amount: number
  readonly pool: string | null
}

export interface VoidingTopup {
  readonly kind: 'TOPUP_VOID'
  /** Of the top-up. */
  readonly reference: string
}

/** One contact gives money to another. */
export interface Giving {
  readonly kind: 'TRANSFER'
  readonly reference: string
  readonly contact: string
  readonly to: string
  readonly amount: number
  readonly pool: string | null
}

/** A contact asks for a one-time code. */
export interface Asking {
  readonly kind: 'TOKEN'
  /** What the code is called here; the code itself nobody can foresee. */
  readonly reference: string
  readonly contact: string
  /** null: as much as possible. */
  readonly amount: number | null
}

/** A contact takes the receipt of a purchase that nobody was identified for. */
export interface Claiming {
  readonly kind: 'CLAIM'
  /** Of the purchase. */
  readonly reference: string
  readonly contact: string
  readonly venue: string
  /** In cents. */
  readonly total: number
  /** The same claim again is told the same. */
  readonly key: string
}

export interface Answer {
  readonly status: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: any answer of the API
  readonly body: any
}

export interface Wire {
  readonly path: string
  readonly body: object
  /** By which the product knows a repetition that nothing else tells. */
  readonly key?: string
}

/** What is known only once the product has made it. */
export interface Names {
  walletOf(contact: string): string
  /** The digits that were told for a one-time code. */
  codeOf(token: string): string
}

export function wireOf(command: Command, names: Names): Wire {
  switch (command.kind) {
    case 'PURCHASE':
      return { path: 'purchases', body: purchaseBody(command, names) }
    case 'QUOTE':
      return { path: 'purchases?simulate=true', body: purchaseBody(command, names) }
    case 'VOID':
      return { path: `purchases/${command.reference}/cancel`, body: {} }
    case 'RETURN': {
      const { reference: reference_number, purchase, products } = command
      return { path: `purchases/${purchase}/returns`, body: { reference_number, products } }
    }
    case 'TOPUP':
      return { path: 'topups', body: topupBody(command) }
    case 'TOPUP_VOID':
      return { path: `topups/${command.reference}/cancel`, body: {} }
    case 'TRANSFER':
      return { path: `wallets/${names.walletOf(command.contact)}/transfers`, body: transferBody(command) }
    case 'TOKEN': {
      const amount = command.amount === null ? {} : { spend_amount: text(command.amount) }
      return { path: `contacts/${command.contact}/tokens`, body: { intent: 'SPEND', ...amount } }
    }
    case 'CLAIM':
      return { path: 'purchases/reclaim', body: claimBody(command), key: command.key }
  }
}

function claimBody({ reference: id, contact, venue, total }: Claiming): object {
  return {
    id,
    organisation: { venue_tap: { code: venue } },
    transaction_amounts: { total: text(total) },
    contact: { code: contact },
  }
}

function topupBody({ reference: code, contact: contact_id, amount, pool }: ToppingUp): object {
  return {
    code,
    contact_id,
    amount: text(amount),
    payment_method: { type: 'CASH' },
    ...(pool === null ? {} : { commerce_pool_id: pool }),
  }
}

function transferBody({ reference: code, to, amount, pool }: Giving): object {
  return {
    code,
    destination: { contact_id: to },
    amount: text(amount),
    ...(pool === null ? {} : { commerce_pool: { code: pool } }),
  }
}

function purchaseBody(buying: Buying, names: Names): object {
  const { reference, venue, lines, spend, date } = buying
  return {
    reference_number: reference,
    ...contactBody(buying, names),
    organisation: { venue_tap: { code: venue } },
    transaction_amounts: { total: text(lines.reduce((sum, { cents: each }) => sum + each, 0)) },
    date,
    products: lines.map((line) => ({
      sku: line.sku,
      quantity: line.quantity,
      total_amount: text(line.cents),
    })),
    ...(spend ? { spend_request: { amount: text(spend.amount), restrict_fully_covered: spend.full } } : {}),
  }
}

function contactBody({ contact, token }: Buying, names: Names): object {
  if (token !== undefined) return { contact: { otp: names.codeOf(token) } }
  return contact === null ? {} : { contact: { code: contact } }
}

export function text(minor: number): string {
  return (minor / 100).toFixed(2)
}

export function cents(amount: number): number {
  return Math.round(amount * 100)
}
