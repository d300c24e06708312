import type { Line } from './model.ts'

/** What a client asks for. Each carries what makes a repetition of it harmless. */
export type Command =
  | {
      readonly kind: 'PURCHASE' | 'QUOTE'
      readonly reference: string
      /** null: nobody is identified. */
      readonly contact: string | null
      readonly venue: string
      readonly lines: readonly Line[]
      readonly spend: { readonly amount: number; readonly full: boolean } | null
      readonly date: number
    }
  | { readonly kind: 'VOID'; readonly reference: string; readonly contact: string | null }
  | {
      readonly kind: 'RETURN'
      readonly reference: string
      readonly purchase: string
      readonly contact: string | null
      readonly products: readonly { readonly line: number; readonly quantity: number }[]
    }

export interface Answer {
  readonly status: number
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: any answer of the API
  readonly body: any
}

export interface Wire {
  readonly method: 'POST'
  readonly path: string
  readonly body: object
}

export function wireOf(command: Command): Wire {
  switch (command.kind) {
    case 'PURCHASE':
    case 'QUOTE':
      return {
        method: 'POST',
        path: command.kind === 'QUOTE' ? 'purchases?simulate=true' : 'purchases',
        body: {
          reference_number: command.reference,
          ...(command.contact === null ? {} : { contact: { code: command.contact } }),
          organisation: { venue_tap: { code: command.venue } },
          transaction_amounts: { total: text(command.lines.reduce((sum, { cents }) => sum + cents, 0)) },
          date: command.date,
          products: command.lines.map(({ sku, quantity, cents }) => ({
            sku,
            quantity,
            total_amount: text(cents),
          })),
          ...(command.spend
            ? {
                spend_request: {
                  amount: text(command.spend.amount),
                  restrict_fully_covered: command.spend.full,
                },
              }
            : {}),
        },
      }
    case 'VOID':
      return { method: 'POST', path: `purchases/${command.reference}/cancel`, body: {} }
    case 'RETURN':
      return {
        method: 'POST',
        path: `purchases/${command.purchase}/returns`,
        body: { reference_number: command.reference, products: command.products },
      }
  }
}

export function text(cents: number): string {
  return (cents / 100).toFixed(2)
}

export function cents(amount: number): number {
  return Math.round(amount * 100)
}
