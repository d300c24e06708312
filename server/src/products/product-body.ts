import { z } from 'zod'
import { wire } from '../http/index.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField } from '../kit/error.ts'
import { readMinor, readQuantity } from '../kit/reading.ts'
import { creatives, readCreatives } from './creative.ts'
import { CLASSIFICATIONS, type NewProduct, TAX_MODELS, TYPE_COMPOSITIONS } from './product.ts'

export const code = z.string().trim().min(1).max(100)
export const name = z.string().trim().min(1).max(200)
const MOST_CATEGORIES = 50

const groupReference = z
  .strictObject({ code: code.optional(), name: name.optional() })
  .refine((group) => group.code !== undefined || group.name !== undefined, {
    error: 'a code or a name is needed',
  })
  .nullable()
  .meta({ description: 'By code, or by name alone; one that is not known yet is made. null: none.' })

export const earns = wire.flag.meta({
  description:
    'false for tips, fees, gift cards and the like. A product earns when it and all its groups do.',
})

/** What may be told of a product besides its SKU; what is left out stays as it is. */
export const productFields = {
  name: name.optional(),
  description: z.string().max(2_000).nullable().optional(),
  family: groupReference.optional(),
  brand: groupReference.optional(),
  type: groupReference.optional(),
  categories: z
    .array(z.strictObject({ name }))
    .max(MOST_CATEGORIES, `at most ${MOST_CATEGORIES} categories are taken`)
    .nullable()
    .optional()
    .meta({ description: 'Under which shops show it; the whole list.' }),
  classification: z.enum(CLASSIFICATIONS).nullable().optional(),
  type_composition: z.enum(TYPE_COMPOSITIONS).nullable().optional(),
  tax_rate: wire.decimal.nullable().optional().meta({ description: 'Percent, with at most four decimals.' }),
  price: z
    .strictObject({
      amount: wire.decimal,
      currency_code: wire.currencyCode
        .optional()
        .meta({ description: "Without it, the business's currency." }),
      tax_model: z.enum(TAX_MODELS).default('TAX_INCLUSIVE'),
    })
    .nullable()
    .optional()
    .meta({
      description: 'What a shop asks for it, for catalogues. What a till charged comes with the purchase.',
    }),
  creatives: creatives.nullable().optional(),
  is_active: wire.flag
    .optional()
    .meta({ description: 'false: it is offered no more. A till that sells it is not refused.' }),
  earns: earns.optional(),
}

/** A product as a row of many. */
export const productRow = z.strictObject({ sku: code, ...productFields })
const change = productRow.partial()
type Told = z.output<typeof change>

const FULL = 100_0000n

/** Reads what zod cannot: amounts in their currency. `at` is where the product stands in the request. */
export function readProduct<Body extends Told>(
  { categories, type_composition, tax_rate, price, is_active, creatives, ...told }: Body,
  currency: string,
  at = '',
): Omit<NewProduct, 'sku'> & Pick<Body, 'sku'> {
  return {
    ...told,
    categories: categories === null ? [] : categories?.map((category) => category.name),
    typeComposition: type_composition,
    taxRate: typeof tax_rate === 'string' ? readRate(`${at}tax_rate`, tax_rate) : tax_rate,
    price: price && readPrice(price, currency, at),
    creatives: creatives === null ? [] : creatives && readCreatives(creatives),
    isActive: is_active,
  }
}

function readRate(path: string, text: string): number {
  const rate = readQuantity(path, text)
  if (rate < 0n || rate > FULL) throw invalidField(path, text, 'it must be from 0 to 100')
  return Number(rate)
}

function readPrice(
  { amount, currency_code, tax_model }: NonNullable<Told['price']>,
  business: string,
  at: string,
): NewProduct['price'] {
  const currency = currency_code ?? business
  const minor = readMinor(`${at}price.amount`, amount, minorDigits(currency))
  if (minor < 0n) throw invalidField(`${at}price.amount`, amount, 'it must not be negative')
  return { minor, currency, taxModel: tax_model }
}
