import { decimalText } from '../../kit/money.ts'
import { quantityText } from '../../kit/quantity.ts'
import { remembered } from '../../kit/remembered.ts'
import type { ProductTarget } from '../line.ts'
import type { NamedKind, StoredName } from '../translator.ts'
import { english } from './english.ts'
import type { Words } from './words.ts'

/** What is known by a code alone in the terms of offers. */
export type Coded = ProductTarget['type'] | 'CLASSIFICATION'

/** What things are called by people. */
export interface Names {
  /** undefined: nothing but the code is known. */
  readonly ofCode: (type: Coded, code: string) => string | undefined
  readonly ofStored: (kind: NamedKind, stored: StoredName) => string
}

/** Somebody who says offers: in a language, with amounts of a currency, and by names as far as these are known. */
export interface Voice {
  readonly words: Words
  readonly currency: string
  readonly names: Names
  /** A time, as far as a sentence needs it. */
  readonly time: (at: Date) => string
}

const AS_STORED: Names = { ofCode: () => undefined, ofStored: (_, { id, name }) => name ?? id }

/** For whoever says no amounts. */
export const PLAIN: Pick<Voice, 'words' | 'names'> = { words: english, names: AS_STORED }

/** English as judging says it, where nothing is looked up and programs read along: times of the wire have whole seconds. */
export const plainVoice = remembered(
  (currency: string): Voice => ({ ...PLAIN, currency, time: (at) => `${at.toISOString().slice(0, 19)}Z` }),
)

export function moneyIn({ words, currency }: Voice, minor: string | bigint): string {
  return words.money(BigInt(minor), currency)
}

/** Ten-thousandths of a piece. */
export function quantityIn({ words }: Voice, quantity: string | bigint): string {
  return words.figure(quantityText(BigInt(quantity)))
}

// A rate is held in hundredths of a percent.
const RATE_DIGITS = 2

export function percentIn({ words }: Pick<Voice, 'words'>, basisPoints: number): string {
  const decimal = decimalText(BigInt(basisPoints), RATE_DIGITS).replace(/\.?0+$/, '')
  return words.percent(words.figure(decimal))
}

export function namesIn({ names }: Voice, kind: NamedKind, all: readonly StoredName[]): string[] {
  return all.map((each) => names.ofStored(kind, each))
}

/** How many of many products a sentence names. */
export const MOST_NAMED = 3

/** "family dairy, brand alp or 2 more": the targets as a sentence names them. */
export function targetsIn(
  { words, names }: Pick<Voice, 'words' | 'names'>,
  targets: readonly ProductTarget[],
): string {
  const said = targets.slice(0, MOST_NAMED).map(({ type, code }) => {
    const name = names.ofCode(type, code)
    return words.target(type, name === undefined ? { code } : { name })
  })
  const more = targets.length - said.length
  return more > 0 ? words.some(said, more) : words.either(said)
}
