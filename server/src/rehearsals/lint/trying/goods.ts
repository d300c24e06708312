import {
  type BasketLine,
  type ConditionSettings,
  keyOfTarget,
  matcherOf,
  type ProductTarget,
} from '../../../engine/index.ts'
import { ONE } from '../../../kit/quantity.ts'
import { anything, type Draft, forTotal, PRICE, priced, spread, withLines } from '../draft.ts'
import type { Known, Product } from '../setting.ts'
import type { Scene, Try } from './scene.ts'

type Of<Kind extends ConditionSettings['kind']> = Extract<ConditionSettings, { kind: Kind }>

const FEW = 4
/** Of thousands that are named a few will do, unless the offer leaves out just those. */
const MOST_NAMED = 100

/** Some of the products, just enough of them: what is in the basket already, or new. */
export const withProducts: Try<Of<'PRODUCTS'>> = (settings, draft, scene) => {
  const lines = linesFor(settings.products, draft, scene).slice(0, FEW)
  const fresh = lines.map((line) => withLines(draft, [enough(settings, line)]))
  return [withLines(draft, raised(settings, draft, scene)), ...fresh]
}

/** What is in the basket, so much of the first line that qualifies that it is enough. */
function raised(
  settings: Of<'PRODUCTS'>,
  { basket: { lines } }: Draft,
  { offer }: Scene,
): readonly BasketLine[] {
  const [first] = offer.qualifying(lines)
  return first ? lines.map((line) => (line === first ? enough(settings, line) : line)) : lines
}

function enough(
  { minimum_quantity = '0', minimum_amount = '0' }: Of<'PRODUCTS'>,
  line: BasketLine,
): BasketLine {
  const [pieces, gross] = [BigInt(minimum_quantity), BigInt(minimum_amount)]
  const quantity = pieces > line.quantity ? pieces : line.quantity
  return priced({ ...line, quantity }, gross > line.gross ? gross : line.gross)
}

/** Something else, or a little less of them. */
export const withOtherProducts: Try<Of<'PRODUCTS'>> = ({ except = [] }, draft, scene) => [
  withLines(draft, [anything(PRICE)]),
  ...except.slice(0, FEW).map((target) => withLines(draft, [lineOf(productOf(target, scene.setting.known))])),
]

/** Each item of the bundle, once; where it repeats twice as well. */
export const withBundle: Try<Of<'BUNDLE'>> = ({ items, repeats }, draft, scene) => {
  const lines = items.flatMap(({ products, quantity }) => {
    const [line] = linesFor(products, draft, scene)
    return line ? [{ ...line, quantity: BigInt(quantity) }] : []
  })
  const twice = lines.map((line) => priced({ ...line, quantity: line.quantity * 2n }, line.gross * 2n))
  return [withLines(draft, lines), ...(repeats ? [withLines(draft, twice)] : [])]
}

export const withoutBundle: Try<Of<'BUNDLE'>> = (_, draft) => [
  withLines(draft, [anything(PRICE)]),
  ...(draft.basket.lines.length > 1 ? [withLines(draft, draft.basket.lines.slice(0, -1))] : []),
]

export const forAmount: Try<Of<'AMOUNT'>> = ({ minimum, maximum }, draft) =>
  [minimum, maximum].flatMap((total) => (total === undefined ? [] : forTotal(draft, BigInt(total))))

export const forOtherAmount: Try<Of<'AMOUNT'>> = ({ minimum, maximum }, draft) => [
  ...(minimum === undefined ? [] : forTotal(draft, BigInt(minimum) - 1n)),
  ...(maximum === undefined ? [] : forTotal(draft, BigInt(maximum) + 1n)),
]

/**
 * Lines of products that the targets name and the offer leaves in: known products, new ones of a named group, and goods of the
 * basket that could be of that group as well. Where the offer leaves none in, some all the same, so that it can be said why not.
 */
export function linesFor(
  targets: readonly ProductTarget[],
  draft: Draft,
  scene: Scene,
): readonly BasketLine[] {
  const { known } = scene.setting
  const matches = matcherOf(targets)
  const named = spread(targets, MOST_NAMED).map((target) => productOf(target, known))
  const shelved = [...known.products.values()].filter((product) => matches(lineOf(product)))
  const merged = targets.slice(0, FEW).flatMap((target) => mergedWith(target, draft.basket.lines, known))
  const lines = [...named, ...shelved, ...merged].map(lineOf)
  const fitting = lines.filter((line) => scene.offer.qualifying([line]).length > 0)
  if (fitting.length > 0 || targets.length <= MOST_NAMED) return fitting.length > 0 ? fitting : lines
  return targets
    .map((target) => lineOf(productOf(target, known)))
    .filter((line) => scene.offer.qualifying([line]).length > 0)
}

/** A product as it is known; else a new one, of which only that is known by which it is named. */
function productOf(target: ProductTarget, known: Known): Product {
  const { type, code } = target
  if (type === 'SKU') return known.products.get(code) ?? { ...NOTHING, sku: code }
  return {
    ...NOTHING,
    ...groupOf(target),
    ...(known.groups.get(keyOfTarget(target)) === false && NO_EARNINGS),
  }
}

const NOTHING: Product = { sku: '', family: null, brand: null, type: null }
const NO_EARNINGS = { earns: false }

function groupOf({ type, code }: ProductTarget): Partial<Product> {
  switch (type) {
    case 'SKU':
      return { sku: code }
    case 'FAMILY':
      return { family: code }
    case 'BRAND':
      return { brand: code }
    case 'TYPE':
      return { type: code }
  }
}

/** New goods of the basket may be of another group too; what is known cannot. */
function mergedWith(target: ProductTarget, lines: readonly BasketLine[], known: Known): Product[] {
  const group = groupOf(target)
  return lines
    .filter(({ sku }) => !known.products.has(sku) || target.type === 'SKU')
    .filter((line) => Object.keys(group).every((field) => isOpen(line, field)))
    .map(
      (line) =>
        (target.type === 'SKU' && known.products.get(target.code)) || { ...productIn(line), ...group },
    )
}

function isOpen({ sku, family, brand, type }: BasketLine, field: string): boolean {
  const code = { sku: sku || null, family, brand, type }[field]
  return code === null
}

function productIn({ sku, family, brand, type, earns }: BasketLine): Product {
  return { sku, family, brand, type, ...(earns === false && NO_EARNINGS) }
}

function lineOf(product: Product): BasketLine {
  return { ...productIn({ ...anything(PRICE), ...product }), quantity: ONE, gross: PRICE, net: PRICE }
}
