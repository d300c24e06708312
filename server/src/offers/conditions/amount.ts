import { z } from 'zod'
import { display, money } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import { condition } from '../condition.ts'

/** The purchase costs at least, and at most, so much. */
export const amount = condition({
  kind: 'AMOUNT',
  settings: z
    .strictObject({ kind: z.literal('AMOUNT'), minimum: minorText.optional(), maximum: minorText.optional() })
    .refine(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined, {
      message: 'a minimum or a maximum is needed',
    }),
  says: (settings, currency) => `when the purchase is ${rangeOf(settings, currency)}`,
  compile: (settings, currency) => {
    const least = BigInt(settings.minimum ?? '0')
    const most = settings.maximum === undefined ? undefined : BigInt(settings.maximum)
    return {
      holds: ({ total }) => total >= least && (most === undefined || total <= most),
      shortfall: ({ total }) => ({
        seen: display(money(total, currency)),
        needed: rangeOf(settings, currency),
      }),
    }
  },
})

interface Range {
  readonly minimum?: string | undefined
  readonly maximum?: string | undefined
}

function rangeOf({ minimum, maximum }: Range, currency: string): string {
  const show = (minor: string) => display(money(BigInt(minor), currency))
  if (minimum !== undefined && maximum !== undefined) return `from ${show(minimum)} to ${show(maximum)}`
  return minimum === undefined ? `at most ${show(maximum ?? '0')}` : `at least ${show(minimum)}`
}
