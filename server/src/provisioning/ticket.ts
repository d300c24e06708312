import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import { z } from 'zod'
import { minorDigits } from '../kit/currency.ts'

const line = z.object({
  quantity: z.number(),
  notes: z.string().nullable(),
  total: z.number(),
  product: z.object({ name: z.string() }),
})

/** What a ticket shows, of an order as GET reads it. */
const ticketOrder = z.object({
  number: z.string(),
  state: z.string(),
  supply_method: z.string(),
  delivery_method: z.string().nullable(),
  currency_code: z.string(),
  total: z.number(),
  amount_to_collect: z.number(),
  notes: z.string().nullable(),
  contact: z.object({ name: z.string().nullable() }),
  fulfilled_by: z.object({ name: z.string() }),
  address: z
    .object({
      address_line_1: z.string().optional(),
      address_line_2: z.string().optional(),
      postal_code: z.string().optional(),
      town_city: z.string().optional(),
    })
    .nullable(),
  items: z.array(line.extend({ components: z.array(line) })),
})

// Of the standard font of 12 dots at 203 dpi.
const COLUMNS = { 58: 32, 80: 48 } as const
const PRICE_COLUMNS = 10
const FEED_LINES = 4
/** Latin and Greek, which nearly every printer has. */
const CODE_PAGES = ['cp437', 'cp858', 'cp737'] as const

/** A kitchen ticket in ESC/POS: what to make, for whom, what to collect, and the number of the order as a QR code. */
export function ticketOf(order: object, paperMm: 58 | 80): Uint8Array {
  const told = ticketOrder.parse(order)
  const columns = COLUMNS[paperMm]
  // Exact decimals of the wire, written with the decimals of their currency.
  const amount = (value: number) => value.toFixed(minorDigits(told.currency_code))
  const encoder = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns,
    codepageCandidates: [...CODE_PAGES],
  })
    .initialize()
    .codepage('auto')
    .align('center')
    .line(told.fulfilled_by.name)
    .bold(true)
    .size(2, 2)
    .line(told.number)
    .size(1, 1)
    .bold(false)
    .line(wordsOf(told))
    .align('left')
    .rule()
  const width = columns - PRICE_COLUMNS
  const table = (rows: [string, string][]) =>
    encoder.table(
      [
        { width, align: 'left' },
        { width: PRICE_COLUMNS, align: 'right' },
      ],
      rows,
    )
  for (const item of told.items) {
    table([[`${item.quantity} x ${item.product.name}`, amount(item.total)]])
    for (const part of item.components) encoder.line(`  + ${part.quantity} x ${part.product.name}`)
    if (item.notes) encoder.line(`  ! ${item.notes}`)
  }
  encoder.rule().bold(true)
  table([
    [`Total ${told.currency_code}`, amount(told.total)],
    ['To collect', amount(told.amount_to_collect)],
  ])
  encoder.bold(false)
  for (const text of [told.contact.name, ...addressOf(told), told.notes]) if (text) encoder.line(text)
  return encoder
    .align('center')
    .newline()
    .qrcode(told.number, { model: 2, size: 6, errorlevel: 'm' })
    .newline(FEED_LINES)
    .cut('partial')
    .encode()
}

function wordsOf({
  supply_method,
  delivery_method,
  state,
}: Pick<z.output<typeof ticketOrder>, 'supply_method' | 'delivery_method' | 'state'>): string {
  const words = [state === 'NEW' ? '' : state, delivery_method ?? supply_method]
  return words.filter(Boolean).join(' - ').replaceAll('_', ' ')
}

function addressOf({ address }: Pick<z.output<typeof ticketOrder>, 'address'>): (string | undefined)[] {
  if (!address) return []
  const town = [address.postal_code, address.town_city].filter(Boolean).join(' ')
  return [address.address_line_1, address.address_line_2, town]
}
