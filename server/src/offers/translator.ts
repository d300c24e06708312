import { minorDigits } from '../kit/currency.ts'
import { notFound } from '../kit/error.ts'
import { idOf, type OrganisationId } from '../kit/id.ts'
import { wireNumber } from '../kit/money.ts'
import { quantityNumber } from '../kit/quantity.ts'
import { readPositiveMinor, readPositiveQuantity } from '../kit/reading.ts'
import type { Directory } from '../organisations/index.ts'

export interface OrganisationName {
  readonly id: string
  readonly code: string
  readonly name: string
}

/**
 * Between what clients write and what an offer's terms hold: decimals and minor units of the business's
 * currency, codes and ids. What it refuses it names by its place in the request.
 */
export interface Translator {
  readonly currency: string
  /** The same for a part of the request, such as conditions[2]. */
  readonly at: (part: string) => Translator
  readonly path: (field: string) => string
  /** "12.50" in minor units as text; above zero. */
  readonly minor: (field: string, decimal: string) => string
  readonly decimal: (minor: string) => number
  /** "1.5" in ten-thousandths as text; above zero. */
  readonly quantity: (field: string, decimal: string) => string
  readonly pieces: (quantity: string) => number
  readonly organisation: (idOrCode: string) => OrganisationName
  readonly organisationOf: (id: string) => OrganisationName
}

export function translator(currency: string, directory: Directory, part = ''): Translator {
  const path = (field: string) => (part === '' ? field : `${part}.${field}`)
  return {
    currency,
    at: (inner) => translator(currency, directory, path(inner)),
    path,
    minor: (field, decimal) => readPositiveMinor(path(field), decimal, minorDigits(currency)).toString(),
    decimal: (minor) => wireNumber(BigInt(minor), currency),
    quantity: (field, decimal) => readPositiveQuantity(path(field), decimal).toString(),
    pieces: (quantity) => quantityNumber(BigInt(quantity)),
    organisation: (idOrCode) => {
      const found = directory.find(idOrCode)
      if (!found) throw notFound('organisation', idOrCode)
      return { id: found.id, code: found.code, name: found.name }
    },
    organisationOf: (id) => {
      const { code = '', name = '' } = directory.organisations.get(idOf<OrganisationId>(id)) ?? {}
      return { id, code, name }
    },
  }
}

/** Reads a field that may be left out. */
export function ifSent<Sent, Read>(sent: Sent | undefined, read: (sent: Sent) => Read): Read | undefined {
  return sent === undefined ? undefined : read(sent)
}
