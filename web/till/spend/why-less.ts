import { fieldOf, listOf, numberOf, textOf } from '../../kit/reading.ts'

/** Why less can be spent than was asked: money that does not fit this basket, or a bound. */
export interface WhyLess {
  readonly notUsed: readonly { readonly amount: number; readonly because: string }[]
  readonly bounds: readonly { readonly most: number; readonly because: string }[]
}

/** Reads the reasons from the explanation of a quote; only bounds that are below what was asked concern the clerk. */
export function whyLess(explanation: unknown, asked: number): WhyLess {
  const spend = fieldOf(explanation, 'spend')
  return {
    notUsed: listOf(spend, 'not_used').map((each) => ({
      amount: numberOf(each, 'amount'),
      because: textOf(each, 'because'),
    })),
    bounds: listOf(spend, 'bounds')
      .map((each) => ({ most: numberOf(each, 'most'), because: textOf(each, 'because') }))
      .filter(({ most }) => most < asked),
  }
}
