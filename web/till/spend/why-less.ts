import { fieldOf, listOf, numberOf, textOf } from '../../kit/reading.ts'

/** Why less can be spent than was asked: money that does not fit this basket, a bound, or less than the shop takes at a time. */
export interface WhyLess {
  readonly notUsed: readonly { readonly amount: number; readonly because: string }[]
  readonly bounds: readonly { readonly most: number; readonly because: string }[]
  /** The least that the shop takes at a time, where what is possible is below it. */
  readonly least: number | undefined
}

/**
 * Reads the reasons from the explanation of a quote. Only bounds that are below what was asked and that were
 * reached concern the clerk: one that the wallet does not come up to keeps nothing back.
 */
export function whyLess(explanation: unknown, asked: number, taken: number): WhyLess {
  const spend = fieldOf(explanation, 'spend')
  const least = fieldOf(spend, 'below_minimum')
  return {
    notUsed: listOf(spend, 'not_used').map((each) => ({
      amount: numberOf(each, 'amount'),
      because: textOf(each, 'because'),
    })),
    bounds: listOf(spend, 'bounds')
      .map((each) => ({ most: numberOf(each, 'most'), because: textOf(each, 'because') }))
      .filter(({ most }) => most < asked && most <= taken),
    least: least === undefined ? undefined : numberOf(least, 'needed'),
  }
}
