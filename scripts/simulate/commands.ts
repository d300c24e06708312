import type { Line } from './model/rules.ts'
import type { Pieces } from './model/state.ts'

/** What a client asks for. Each carries what makes a repetition of it harmless. */
export type Command = Buying | Voiding | Returning

export interface Buying {
  readonly kind: 'PURCHASE' | 'QUOTE'
  readonly reference: string
  /** null: nobody is identified. */
  readonly contact: string | null
  readonly venue: string
  readonly lines: readonly Line[]
  readonly spend: { readonly amount: number; readonly full: boolean } | null
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

export interface Answer {
  readonly status: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: any answer of the API
  readonly body: any
}

export interface Wire {
  readonly path: string
  readonly body: object
}

export function wireOf(command: Command): Wire {
  switch (command.kind) {
    case 'PURCHASE':
      return { path: 'purchases', body: purchaseBody(command) }
    case 'QUOTE':
      return { path: 'purchases?simulate=true', body: purchaseBody(command) }
    case 'VOID':
      return { path: `purchases/${command.reference}/cancel`, body: {} }
    case 'RETURN': {
      const { reference: reference_number, purchase, products } = command
      return { path: `purchases/${purchase}/returns`, body: { reference_number, products } }
    }
  }
}

function purchaseBody({ reference, contact, venue, lines, spend, date }: Buying): object {
  return {
    reference_number: reference,
    ...(contact === null ? {} : { contact: { code: contact } }),
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

export function text(minor: number): string {
  return (minor / 100).toFixed(2)
}

export function cents(amount: number): number {
  return Math.round(amount * 100)
}
