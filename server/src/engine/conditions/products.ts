import { z } from 'zod'
import { display, money, sumOf } from '../../kit/money.ts'
import { quantityText } from '../../kit/quantity.ts'
import { minorText, quantityDigits } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { condition } from '../condition.ts'
import { type BasketLine, keyOfTarget, matcherOf, productTarget, saysTargets, storedTarget } from '../line.ts'
import { ifSent } from '../translator.ts'
import { moneyIn, quantityIn, targetsIn } from '../words/voice.ts'

const kind = z.literal('PRODUCTS')
const MOST = 5_000

/**
 * Some of these products are in the basket, and only they earn; optionally at least so many, or for at least
 * so much.
 */
export const products = condition({
  kind: 'PRODUCTS',
  settings: z.strictObject({
    kind,
    products: z.array(storedTarget).min(1).max(MOST),
    except: z.array(storedTarget).max(MOST).optional(),
    minimum_quantity: quantityDigits.optional(),
    minimum_amount: minorText.optional(),
  }),
  body: z.strictObject({
    kind,
    products: z.array(productTarget).min(1).max(MOST),
    except: z.array(productTarget).max(MOST).optional(),
    minimum_quantity: wire.decimal.optional(),
    minimum_amount: wire.decimal.optional(),
  }),
  reply: z.object({
    kind,
    products: z.array(storedTarget),
    except: z.array(storedTarget).optional(),
    minimum_quantity: z.number().optional(),
    minimum_amount: wire.amount.optional(),
  }),
  fromWire: (sent, { minor, quantity }) => ({
    ...sent,
    minimum_quantity: ifSent(sent.minimum_quantity, (text) => quantity('minimum_quantity', text)),
    minimum_amount: ifSent(sent.minimum_amount, (text) => minor('minimum_amount', text)),
  }),
  toWire: (settings, { decimal, pieces }) => ({
    ...settings,
    minimum_quantity: ifSent(settings.minimum_quantity, pieces),
    minimum_amount: ifSent(settings.minimum_amount, decimal),
  }),
  says: ({ products, except = [], minimum_quantity, minimum_amount }, voice) =>
    voice.words.conditions.products({
      of: targetsIn(voice, products),
      but: except.length > 0 ? targetsIn(voice, except) : undefined,
      pieces: ifSent(minimum_quantity, (least) => quantityIn(voice, least)),
      worth: ifSent(minimum_amount, (least) => moneyIn(voice, least)),
    }),
  compile: ({ products, except = [], minimum_quantity, minimum_amount }, { currency }) => {
    const matches = matcherOf(products)
    const excluded = matcherOf(except)
    const leastQuantity = BigInt(minimum_quantity ?? '0')
    const leastAmount = BigInt(minimum_amount ?? '0')
    const quantityOf = (lines: readonly BasketLine[]) => sumOf(lines, ({ quantity }) => quantity)
    const amountOf = (lines: readonly BasketLine[]) => sumOf(lines, ({ gross }) => gross)
    return {
      ofLines: true,
      keys: products.map(keyOfTarget),
      admits: (line) => matches(line) && !excluded(line),
      holds: (_, lines) =>
        lines.length > 0 && quantityOf(lines) >= leastQuantity && amountOf(lines) >= leastAmount,
      missing: (_, lines) => {
        if (lines.length === 0) return undefined
        const pieces = leastQuantity - quantityOf(lines)
        const worth = leastAmount - amountOf(lines)
        // Only one of the two can be told as one thing to add.
        if (pieces > 0n) return worth > 0n ? undefined : { quantity: pieces }
        return worth > 0n ? { amount: worth } : undefined
      },
      shortfall: (_, lines) => {
        if (lines.length === 0) return { seen: 'none of them', needed: saysTargets(products) }
        if (quantityOf(lines) < leastQuantity) {
          return {
            seen: quantityText(quantityOf(lines)),
            needed: `${quantityText(leastQuantity)} of ${saysTargets(products)}`,
          }
        }
        const show = (minor: bigint) => display(money(minor, currency))
        return { seen: show(amountOf(lines)), needed: `${show(leastAmount)} of ${saysTargets(products)}` }
      },
    }
  },
})
