import { z } from 'zod'
import { decimalText, display, least, money, shareOf } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import { award } from '../award.ts'

const HUNDRED_PERCENT = 10_000n

/** A percentage of what qualifies, rounded half up once, at most the cap. The rate is held in hundredths of a percent. */
export const percentage = award({
  kind: 'PERCENTAGE',
  settings: z.strictObject({
    kind: z.literal('PERCENTAGE'),
    basis_points: z.int().min(1).max(Number(HUNDRED_PERCENT)),
    cap: minorText.optional(),
  }),
  says: ({ basis_points, cap }, currency) =>
    `${rate(basis_points)} back${cap === undefined ? '' : `, at most ${display(money(BigInt(cap), currency))}`}`,
  reckon: ({ basis_points, cap }, base, currency) => {
    const exact = shareOf(base, BigInt(basis_points), HUNDRED_PERCENT)
    const amount = cap === undefined ? exact : least(exact, BigInt(cap))
    const says = `${rate(basis_points)} of ${display(money(base, currency))}`
    return { amount, says: amount < exact ? `${says}, capped at ${display(money(amount, currency))}` : says }
  },
})

function rate(basisPoints: number): string {
  return `${decimalText(BigInt(basisPoints), 2).replace(/\.?0+$/, '')} %`
}
