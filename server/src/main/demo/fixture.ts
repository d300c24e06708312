import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'

/** Real purchases from a grocer's loyalty data, public domain; the README there names source and oddities. */
const fixture = new URL('../../../fixtures/complete-journey/', import.meta.url)

/** The source's times name no zone; its stores are taken to be in this one. */
export const demoZone = 'America/New_York'

const named = z.strictObject({ code: z.string(), name: z.string() })

const demoStore = z.strictObject({
  store: z.string(),
  merchant: z.enum(['Fuel Stores', 'Large Stores', 'Small Stores']),
  name: z.string(),
})

const demoProduct = z.strictObject({
  sku: z.string(),
  name: z.string(),
  family: named,
  type: z.string(),
  brand: named,
})

const demoHousehold = z.strictObject({ household: z.string(), name: z.string() })

const amount = z.string().regex(/^\d+\.\d{2}$/)

const demoLine = z.strictObject({
  product: z.string(),
  quantity: z.string().regex(/^\d+(\.\d+)?$/),
  total: amount,
  discount: amount,
})

const demoBasket = z.strictObject({
  basket: z.string(),
  household: z.string(),
  store: z.string(),
  /** The store's wall clock, without a zone: "2017-01-01T07:30:27". */
  at: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/),
  lines: z.array(demoLine).readonly(),
})

export type DemoStore = Readonly<z.infer<typeof demoStore>>
export type DemoProduct = Readonly<z.infer<typeof demoProduct>>
export type DemoHousehold = Readonly<z.infer<typeof demoHousehold>>
export type DemoLine = Readonly<z.infer<typeof demoLine>>
export type DemoBasket = Readonly<z.infer<typeof demoBasket>>

/** The venues, each with the merchant it belongs to, by number. */
export async function readStores(): Promise<readonly DemoStore[]> {
  return z.array(demoStore).parse(await readRows('stores.json'))
}

/** Every product that a basket of the sample names, by number. */
export async function readProducts(): Promise<readonly DemoProduct[]> {
  return z.array(demoProduct).parse(await readRows('products.json'))
}

/** The shoppers, by number: they are anonymous in the source and stay so. */
export async function readHouseholds(): Promise<readonly DemoHousehold[]> {
  return z.array(demoHousehold).parse(await readRows('households.json'))
}

/** All baskets in the order of their time; they are unpacked as they are read, so a reader may stop early. */
export async function* readBaskets(): AsyncGenerator<DemoBasket, void, undefined> {
  const packed = createReadStream(new URL('baskets.jsonl.gz', fixture))
  const unpacked = packed.pipe(createGunzip())
  // A pipe does not pass errors on: without this a missing file would leave the reader waiting for ever.
  packed.on('error', (error) => unpacked.destroy(error))
  try {
    for await (const line of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield demoBasket.parse(JSON.parse(line))
    }
  } finally {
    packed.destroy()
  }
}

/** What a piece of each product cost when it was sold last, before discounts, in cents; what is only sold by weight or volume has none. */
export async function readPrices(): Promise<ReadonlyMap<string, bigint>> {
  const prices = new Map<string, bigint>()
  for await (const { lines } of readBaskets()) {
    for (const { product, quantity, total, discount } of lines) {
      const pieces = PIECES.test(quantity) ? BigInt(quantity) : 0n
      const price = pieces === 0n ? 0n : (cents(total) + cents(discount)) / pieces
      if (price > 0n) prices.set(product, price)
    }
  }
  return prices
}

// Fuel is sold by a thousandth of a gallon.
const PIECES = /^[1-9]\d?$/

function cents(amount: string): bigint {
  return BigInt(amount.replace('.', ''))
}

async function readRows(file: string): Promise<unknown> {
  return JSON.parse(await readFile(new URL(file, fixture), 'utf8'))
}
