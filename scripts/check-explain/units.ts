import { decimal, notBelowZero, QUANTITY_DIGITS, total } from './decimal.ts'
import type { Notes } from './notes.ts'
import { reckon, sumOf, type Worth } from './reckon.ts'
import type { Line, StoredAward, Unit } from './stored.ts'

/** The purchase around an award. */
export interface Bought {
  readonly lines: readonly Line[]
  /** What reward money paid of each line before the award was judged. */
  readonly paid: readonly bigint[]
  /** What the till had deducted from the whole. */
  readonly discount: bigint
}

/** What each of the given pieces costs, not rounded. */
export type Worths = readonly Worth[]

/**
 * What the given pieces cost, in the order of the units: by the bases of their lines, and where those are themselves rounded (before
 * tax, or before the till's discount) by any exact price of their lines that rounds to its base and gives what was reckoned.
 */
export function worthsOf(award: StoredAward, bought: Bought): readonly [Worths, ...Worths[]] {
  const { units = [], rule, times, base, reckoned } = award
  const byBase = priced(units, ({ base }) => ({ over: base, under: 1n }))
  if (rule.kind !== 'PRODUCT') return [byBase]
  const exact = pricesOf(bought).map((priceOf) => priced(units, priceOf))
  const [first = byBase, ...others] = [byBase, ...exact].filter(
    (each) => reckon(rule, { base, times, worth: sumOf(each) }) === reckoned,
  )
  return [first, ...others]
}

type PriceOf = (unit: Unit) => Worth

function priced(units: readonly Unit[], priceOf: PriceOf): Worths {
  return units.map((unit): Worth => {
    const { over, under } = priceOf(unit)
    return { over: over * unit.taken, under: under * (unit.of > 0n ? unit.of : 1n) }
  })
}

/** With or without tax, with or without the till's discount; each only where it rounds to the base that is stored. */
function pricesOf({ lines, paid, discount }: Bought): PriceOf[] {
  const worthOfAll = total(lines.map(({ gross }) => notBelowZero(gross)))
  const list: Worth =
    worthOfAll > 0n ? { over: worthOfAll + discount, under: worthOfAll } : { over: 1n, under: 1n }
  const factors = [{ over: 1n, under: 1n }, list]
  return [true, false].flatMap((isGross) =>
    factors.map(
      (factor): PriceOf =>
        ({ line: number, base }) => {
          const line = lines[number - 1]
          if (!line) return { over: base, under: 1n }
          const left = line.gross - (paid[number - 1] ?? 0n)
          const own =
            isGross || line.gross === 0n
              ? { over: isGross ? left : line.net, under: 1n }
              : { over: line.net * left, under: line.gross }
          const exact = { over: own.over * factor.over, under: own.under * factor.under }
          const rounded = exact.over / exact.under
          // The last line takes what the rounding of all lines left over or was too much.
          const off = base > rounded ? base - rounded : rounded - base
          const isNear = off <= BigInt(lines.length)
          return isNear ? exact : { over: base, under: 1n }
        },
    ),
  )
}

/** The pieces themselves: of lines that are there, no more than they hold and than the rule gives. */
export function checkUnits(award: StoredAward, { lines }: Bought, notes: Notes): void {
  const { units, rule, bases, times } = award
  if (rule.kind !== 'PRODUCT') {
    if (units) notes.wrong('units', `${units.length}`, `none for a rule of kind ${rule.kind}`)
    return
  }
  if (!units) {
    notes.wrong('units', 'nothing', 'the pieces that were given')
    return
  }
  units.forEach(({ line, taken, of, base }, index) => {
    const field = `units[${index}]`
    const held = lines[line - 1]?.quantity ?? 0n
    if (of !== held) notes.wrong(`${field}.of`, pieces(of), pieces(held))
    if (taken <= 0n || taken > of)
      notes.wrong(`${field}.taken`, pieces(taken), `above 0, at most ${pieces(of)}`)
    notes.amount(`${field}.base`, base, bases[line - 1] ?? 0n)
  })
  const given = total(units.map(({ taken }) => taken))
  const bought = total(lines.map(({ quantity }) => (quantity > 0n ? quantity : 0n)))
  const every = rule.for_every
  const most = every === undefined ? rule.quantity * times : (bought / every) * rule.quantity
  if (given > most) notes.wrong('units', `${pieces(given)} given`, `at most ${pieces(most)}`)
}

function pieces(quantity: bigint): string {
  return decimal(quantity, QUANTITY_DIGITS)
}
