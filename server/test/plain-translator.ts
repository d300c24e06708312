import type { NamedKind, Translator } from '../src/engine/index.ts'
import { minorDigits } from '../src/kit/currency.ts'
import { notFound } from '../src/kit/error.ts'
import { wireNumber } from '../src/kit/money.ts'
import { quantityNumber } from '../src/kit/quantity.ts'
import { readPositiveMinor, readPositiveQuantity } from '../src/kit/reading.ts'
import { organisation, stored } from './names.ts'

/** Translates for a business that has every tier, plan, scheme and place but the one called "nowhere". */
export function plainTranslator(currency = 'EUR', part = ''): Translator {
  const path = (field: string) => (part === '' ? field : `${part}.${field}`)
  const idOf = (kind: NamedKind, code: string) =>
    kind === 'organisation' ? organisation(code) : stored(kind, code).id
  return {
    currency,
    at: (inner) => plainTranslator(currency, path(inner)),
    path,
    minor: (field, decimal) => readPositiveMinor(path(field), decimal, minorDigits(currency)).toString(),
    decimal: (minor) => wireNumber(BigInt(minor), currency),
    quantity: (field, decimal) => readPositiveQuantity(path(field), decimal).toString(),
    pieces: (quantity) => quantityNumber(BigInt(quantity)),
    find: (kind, { code = '' }) => {
      if (code === 'nowhere') throw notFound(kind, code)
      return { id: idOf(kind, code), code, name: code }
    },
    named: (_, { id, name = '' }) => ({ id, code: name, name }),
  }
}
