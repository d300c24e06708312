/**
 * Cuts the demo's sample from the public "Complete Journey" data; the README beside the sample explains how.
 * Nobody needs this to use Tillback: its result is shipped. The same input gives the same sample.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync, gzipSync } from 'node:zlib'

const fixture = fileURLToPath(new URL('../server/fixtures/complete-journey/', import.meta.url))
const howToGetTheData = `usage: node scripts/make-demo-fixture.ts <folder>

The folder holds transactions.csv.gz and products.csv.gz.
The data is "Complete Journey" by 84.51°, public domain (CC0), in the R package completejourney on
CRAN (https://cran.r-project.org/package=completejourney). In R:

  install.packages("completejourney")
  library(completejourney)
  sales <- transactions_sample
  sales$transaction_timestamp <- format(sales$transaction_timestamp, "%Y-%m-%d %H:%M:%S")
  write.csv(sales, gzfile("transactions.csv.gz"), row.names = FALSE, na = "")
  write.csv(products, gzfile("products.csv.gz"), row.names = FALSE, na = "")`

const wantedBaskets = 6_000
// One less than a basket a month, because twelve would need more products and a larger file.
const aboutMonthly = 11
// A venue costs a demo's reader more attention than a product does.
const newStoreWeighs = 4
const busyFrom = 400

interface Line {
  readonly basket: string
  readonly household: string
  readonly store: string
  readonly at: string
  readonly product: string
  readonly quantity: string
  readonly cents: number
  readonly discountCents: number
}

interface Household {
  readonly id: string
  readonly lines: readonly Line[]
  readonly baskets: number
  readonly products: ReadonlySet<string>
  readonly stores: ReadonlySet<string>
}

function makeFixture(source: string): void {
  const lines = readTable(path.join(source, 'transactions.csv.gz')).map(lineOf)
  const products = new Map(
    readTable(path.join(source, 'products.csv.gz')).map((row) => [row('product_id'), row]),
  )
  const households = chooseHouseholds(householdsOf(lines))
  const kept = households.flatMap((household) => household.lines)
  const baskets = [...Map.groupBy(kept, (line) => line.basket).values()].map(basketOf).sort(byTimeThenId)

  mkdirSync(fixture, { recursive: true })
  writeRows('stores.json', storesOf(kept, merchantRule(lines, products)))
  writeRows(
    'products.json',
    idsOf(kept, 'product').map((sku) => productRow(sku, products.get(sku))),
  )
  writeRows(
    'households.json',
    idsOf(kept, 'household').map((household) => ({ household, name: `Household ${household}` })),
  )
  writeFileSync(
    path.join(fixture, 'baskets.jsonl.gz'),
    zipped(baskets.map((b) => `${JSON.stringify(b)}\n`).join('')),
  )
  console.log(`${baskets.length} baskets with ${kept.length} lines of ${households.length} households`)
}

/**
 * Households come whole. The next one is always the one whose year brings the fewest new products and stores
 * per basket, so that the sample is small and its households meet in the same stores, at the same shelves.
 */
function chooseHouseholds(all: readonly Household[]): readonly Household[] {
  const waiting = new Set(all.filter((household) => household.baskets >= aboutMonthly))
  const products = new Set<string>()
  const stores = new Set<string>()
  const chosen: Household[] = []
  const weightOf = (household: Household) =>
    (household.products.difference(products).size +
      newStoreWeighs * household.stores.difference(stores).size) /
    household.baskets

  for (let baskets = 0; baskets < wantedBaskets; ) {
    const weighed = [...waiting].map((household) => ({ household, weight: weightOf(household) }))
    const next = weighed.sort((a, b) => a.weight - b.weight)[0]?.household
    if (!next) throw new Error(`The source has too few households for ${wantedBaskets} baskets.`)
    waiting.delete(next)
    for (const product of next.products) products.add(product)
    for (const store of next.stores) stores.add(store)
    chosen.push(next)
    baskets += next.baskets
  }
  return chosen
}

/** In the order of their ids, so that equal candidates are chosen in the same order every time. */
function householdsOf(lines: readonly Line[]): readonly Household[] {
  return [...Map.groupBy(lines, (line) => line.household)]
    .map(([id, own]) => ({
      id,
      lines: own,
      baskets: idsOf(own, 'basket').length,
      products: new Set(idsOf(own, 'product')),
      stores: new Set(idsOf(own, 'store')),
    }))
    .sort((a, b) => Number(a.id) - Number(b.id))
}

/** Judged on all lines of the source: what kind of store it is does not depend on our cut. */
function merchantRule(lines: readonly Line[], products: ReadonlyMap<string, Row>) {
  const isFuel = (line: Line) => products.get(line.product)?.('product_type').startsWith('GASOLINE') ?? false
  const byStore = Map.groupBy(lines, (line) => line.store)
  return (store: string): string => {
    const sold = byStore.get(store) ?? []
    if (sold.some(isFuel)) return 'Fuel Stores'
    return idsOf(sold, 'basket').length >= busyFrom ? 'Large Stores' : 'Small Stores'
  }
}

function storesOf(lines: readonly Line[], merchantOf: (store: string) => string) {
  return idsOf(lines, 'store').map((store) => ({
    store,
    merchant: merchantOf(store),
    name: `Store ${store}`,
  }))
}

// A product that the source's own list does not have keeps its number, and nothing is invented for it.
function productRow(sku: string, product: Row = nothingKnown) {
  const category = product('product_category') || 'UNCLASSIFIED'
  const type = titleCase(product('product_type') || `Product ${sku}`)
  const size = sizeText(product('package_size'))
  const manufacturer = product('manufacturer_id')
  return {
    sku,
    name: size ? `${type}, ${size}` : type,
    family: { code: codeOf(category), name: titleCase(category) },
    type: titleCase(product('department') || 'UNCLASSIFIED'),
    brand: manufacturer
      ? { code: `M${manufacturer}`, name: `Manufacturer ${manufacturer} (${product('brand').toLowerCase()})` }
      : { code: 'UNKNOWN', name: 'Unknown manufacturer' },
  }
}

function basketOf(lines: readonly Line[]) {
  const [first] = lines
  if (!first) throw new Error('Lines grouped by basket never leave a basket without lines.')
  const { basket, household, store, at } = first
  // The source says nothing about the order on the receipt; ours does not depend on the order of its rows.
  const sorted = lines.toSorted((a, b) => Number(a.product) - Number(b.product))
  return {
    basket,
    household,
    store,
    at,
    lines: sorted.map(({ product, quantity, cents, discountCents }) => ({
      product,
      quantity,
      total: amountText(cents),
      discount: amountText(discountCents),
    })),
  }
}

function byTimeThenId(a: { at: string; basket: string }, b: { at: string; basket: string }): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return Number(a.basket) - Number(b.basket)
}

function idsOf(
  lines: readonly Line[],
  kind: 'basket' | 'household' | 'product' | 'store',
): readonly string[] {
  return [...new Set(lines.map((line) => line[kind]))].sort((a, b) => Number(a) - Number(b))
}

const acronyms = new Set('BBQ DVD DXM GM HBC IQF IWS NFL OJ PSE QSR RTS TV'.split(' '))
const shortWords = new Set('AND ON OR THE TO WITH'.split(' '))

/** The words stay the source's, cut off at 30 characters as they are there; only their capitals are tamed. */
function titleCase(text: string): string {
  return text
    .replace(/:(?=\S)/g, ': ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[A-Z]+/gi, (word, start: number, all: string) => {
      if (acronyms.has(word)) return word
      if (start > 0 && shortWords.has(word)) return word.toLowerCase()
      const followsDigit = /\d/.test(all.charAt(start - 1))
      return followsDigit ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
    })
}

function sizeText(size: string): string {
  return size
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/\bl\b/g, 'L')
    .replace(/\bml\b/g, 'mL')
}

function codeOf(category: string): string {
  return category.replace(/[^A-Z0-9]+/g, '-').replace(/^-|-$/g, '')
}

/** A row of the source answers with the text of a column. */
type Row = (column: string) => string

const nothingKnown: Row = () => ''

function lineOf(row: Row): Line {
  return {
    basket: row('basket_id'),
    household: row('household_id'),
    store: row('store_id'),
    at: row('transaction_timestamp').replace(' ', 'T'),
    product: row('product_id'),
    quantity: quantityOf(row('quantity')),
    cents: centsOf(row('sales_value')),
    discountCents:
      centsOf(row('retail_disc')) + centsOf(row('coupon_disc')) + centsOf(row('coupon_match_disc')),
  }
}

// One value of the source is 4.440892e-16, what a sum in floating point left over; it is 0.00.
function centsOf(amount: string): number {
  const cents = Math.round(Number(amount) * 100)
  if (!(Math.abs(Number(amount) * 100 - cents) < 1e-6))
    throw new Error(`"${amount}" is not an amount in cents.`)
  return cents
}

function amountText(cents: number): string {
  return (cents / 100).toFixed(2)
}

function quantityOf(quantity: string): string {
  if (!/^\d+(\.\d+)?$/.test(quantity)) throw new Error(`"${quantity}" is not a quantity.`)
  return quantity
}

function readTable(file: string): readonly Row[] {
  const [header = '', ...records] = gunzipSync(readFileSync(file)).toString().trimEnd().split(/\r?\n/)
  const columns = cellsOf(header)
  return records.map((record) => {
    const cells = cellsOf(record)
    if (cells.length !== columns.length) throw new Error(`${path.basename(file)}: cannot read ${record}`)
    return (column) => {
      const cell = cells[columns.indexOf(column)]
      if (cell === undefined) throw new Error(`${path.basename(file)} has no column ${column}.`)
      return cell
    }
  })
}

function cellsOf(record: string): readonly string[] {
  const cells = `,${record}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)
  return Array.from(cells, ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? '')
}

function writeRows(file: string, rows: readonly object[]): void {
  writeFileSync(path.join(fixture, file), `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`)
  console.log(`${file}: ${rows.length}`)
}

/** The tenth byte of a gzip file names the system that made it; "unknown" keeps it out of the sample. */
function zipped(text: string): Buffer {
  const bytes = gzipSync(text, { level: 9 })
  bytes[9] = 255
  return bytes
}

const source = process.argv[2]
const files = ['transactions.csv.gz', 'products.csv.gz']
if (source && files.every((file) => existsSync(path.join(source, file)))) {
  makeFixture(source)
} else {
  console.error(howToGetTheData)
  process.exitCode = 2
}
