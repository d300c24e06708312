import { readdir, stat } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import {
  type DemoBasket,
  demoZone,
  readBaskets,
  readHouseholds,
  readPrices,
  readProducts,
  readStores,
} from './fixture.ts'

const stores = await readStores()
const products = await readProducts()
const households = await readHouseholds()
const baskets = await allBaskets()
const lines = baskets.flatMap((basket) => basket.lines)

describe('the demo sample', () => {
  test('tells what a piece costs, of nearly everything that is not fuel', async () => {
    const prices = await readPrices()
    expect(prices.size).toBeGreaterThan(products.length * 0.98)
    expect(prices.get('1082185')).toBe(98n)
    expect([...prices.values()].filter((price) => price <= 0n)).toEqual([])
  })

  test('is large enough for a replay and small enough to ship', async () => {
    expect(baskets.length).toBeGreaterThanOrEqual(6_000)
    expect(baskets.length).toBeLessThanOrEqual(7_500)
    expect(await shippedBytes()).toBeLessThanOrEqual(900_000)
  })

  test('comes in the order of time, and every time exists once on a clock in the stores', () => {
    const times = baskets.map((basket) => basket.at)
    expect(times).toEqual(times.toSorted())
    expect(times.filter((at) => instantsShownAs(at).length !== 1)).toEqual([])
  })

  test.each`
    what            | ids
    ${'baskets'}    | ${baskets.map((row) => row.basket)}
    ${'stores'}     | ${stores.map((row) => row.store)}
    ${'products'}   | ${products.map((row) => row.sku)}
    ${'households'} | ${households.map((row) => row.household)}
  `('names $what by numbers that occur once', ({ ids }: { ids: readonly string[] }) => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^\d+$/.test(id))).toEqual([])
  })

  test.each`
    what            | listed                                    | used
    ${'stores'}     | ${stores.map((row) => row.store)}         | ${baskets.map((row) => row.store)}
    ${'products'}   | ${products.map((row) => row.sku)}         | ${lines.map((row) => row.product)}
    ${'households'} | ${households.map((row) => row.household)} | ${baskets.map((row) => row.household)}
  `('lists the $what of its baskets, all of them and no others', ({ listed, used }: Listing) => {
    expect(new Set(listed)).toEqual(new Set(used))
  })

  test('has at least one line in every basket, and amounts with two decimals in every line', () => {
    const amounts = lines.flatMap((line) => [line.total, line.discount])
    expect(baskets.filter((basket) => basket.lines.length === 0)).toEqual([])
    expect(amounts.filter((amount) => !/^\d+\.\d{2}$/.test(amount))).toEqual([])
  })

  test('gives a code of a family or a brand one meaning', () => {
    const families = products.map(({ family }) => family)
    const brands = products.map(({ brand }) => brand)
    expect(codesWithTwoNames(families)).toEqual([])
    expect(codesWithTwoNames(brands)).toEqual([])
  })

  test('brings every household back often enough to earn and then spend', () => {
    const visits = Map.groupBy(baskets, (basket) => basket.household)
    expect(Math.min(...visits.values().map((own) => own.length))).toBeGreaterThanOrEqual(11)
  })

  test('keeps what is odd in real data: nothing bought, nothing paid, fuel in thousandths', () => {
    expect(lines.some((line) => line.quantity === '0')).toBe(true)
    expect(lines.some((line) => line.total === '0.00')).toBe(true)
    expect(lines.some((line) => Number(line.quantity) > 10_000)).toBe(true)
  })

  test('can be read in part', async () => {
    for await (const basket of readBaskets()) {
      expect(basket).toEqual(baskets[0])
      break
    }
  })
})

interface Listing {
  readonly listed: readonly string[]
  readonly used: readonly string[]
}

async function allBaskets(): Promise<readonly DemoBasket[]> {
  const all: DemoBasket[] = []
  for await (const basket of readBaskets()) all.push(basket)
  return all
}

async function shippedBytes(): Promise<number> {
  const folder = new URL('../../../fixtures/complete-journey/', import.meta.url)
  const files = await Promise.all((await readdir(folder)).map((name) => stat(new URL(name, folder))))
  return files.reduce((sum, file) => sum + file.size, 0)
}

function codesWithTwoNames(pairs: readonly { readonly code: string; readonly name: string }[]) {
  const byCode = Map.groupBy(pairs, (pair) => pair.code)
  return [...byCode]
    .filter(([, named]) => new Set(named.map((pair) => pair.name)).size > 1)
    .map(([code]) => code)
}

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: demoZone,
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** None in the hour that spring skips, two in the hour that autumn repeats. */
function instantsShownAs(at: string): readonly Date[] {
  const offsets = [4, 5].map((hours) => new Date(Date.parse(`${at}Z`) + hours * 3_600_000))
  return offsets.filter((instant) => wallClock.format(instant).replace(' ', 'T') === at)
}
