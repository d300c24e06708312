import type { Actor } from '../kit/actor.ts'
import { minorDigits } from '../kit/currency.ts'
import { invalidField, missingField } from '../kit/error.ts'
import { display, money } from '../kit/money.ts'
import { ONE, quantityText } from '../kit/quantity.ts'
import { readMinor, readQuantity } from '../kit/reading.ts'
import type { NamedProduct } from '../products/index.ts'
import type { Priced } from './order-amounts.ts'
import type { ComponentBody } from './order-body.ts'

/** Who says what an order costs: a shop says its own prices; a contact pays those that the shop asks for its products. */
export type Orderer = 'SHOP' | 'CONTACT'

/** Who is signed in as a contact orders as one, through whichever door. */
export function ordererOf({ by }: Pick<Actor, 'by'>): Orderer {
  return by.kind === 'contact' ? 'CONTACT' : 'SHOP'
}

interface Pricing {
  readonly path: string
  readonly currency: string
  readonly by: Orderer
  readonly product: NamedProduct | undefined
}

type Price = Omit<Priced, 'quantity'>

/** What one of a line costs: as it is said, or else what the shop asks for the product. */
export function priceOfLine(body: ComponentBody, pricing: Pricing): Price {
  if (pricing.by === 'CONTACT') return askedPrice(body, pricing)
  return body.price === undefined ? priceOfProduct(body, pricing) : saidPrice(body, body.price, pricing)
}

function saidPrice(body: ComponentBody, text: string, { path, currency }: Pricing): Price {
  const price = readMinor(`${path}.price`, text, minorDigits(currency))
  if (price < 0n) throw invalidField(`${path}.price`, text, 'it may not be below zero')
  return {
    price,
    taxModel: body.tax_model ?? 'TAX_INCLUSIVE',
    taxRate: readRate(`${path}.tax_rate`, body.tax_rate) ?? 0n,
  }
}

function priceOfProduct(body: ComponentBody, { path, currency, product }: Pricing): Price {
  const asked = product?.price?.currency === currency ? product.price : undefined
  if (!product || !asked) {
    const needed = product ? `"${product.name}" has none in ${currency}` : 'the price of one is needed'
    throw missingField(`${path}.price`, needed)
  }
  return {
    price: asked.minor,
    taxModel: body.tax_model ?? asked.taxModel,
    taxRate: readRate(`${path}.tax_rate`, body.tax_rate) ?? BigInt(product.taxRate ?? 0),
  }
}

/** The shop's, whatever was sent: what differs from it is refused, so that nobody pays what they did not see. */
function askedPrice(body: ComponentBody, pricing: Pricing): Price {
  const { path, currency, product } = pricing
  const shop = priceOfProduct({}, pricing)
  const name = product?.name ?? ''
  if (
    body.price !== undefined &&
    readMinor(`${path}.price`, body.price, minorDigits(currency)) !== shop.price
  ) {
    const shown = display(money(shop.price, currency))
    throw invalidField(`${path}.price`, body.price, `"${name}" costs ${shown}`)
  }
  if (body.tax_model !== undefined && body.tax_model !== shop.taxModel) {
    throw invalidField(`${path}.tax_model`, body.tax_model, `that of "${name}" is ${shop.taxModel}`)
  }
  const rate = readRate(`${path}.tax_rate`, body.tax_rate)
  if (rate !== undefined && rate !== shop.taxRate) {
    throw invalidField(
      `${path}.tax_rate`,
      body.tax_rate ?? '',
      `that of "${name}" is ${quantityText(shop.taxRate)}`,
    )
  }
  return shop
}

/** In ten-thousandths of a per cent. */
export function readRate(path: string, text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined
  const rate = readQuantity(path, text)
  if (rate < 0n || rate > 100n * ONE)
    throw invalidField(path, text, 'a rate from 0 to 100 per cent is needed')
  return rate
}
