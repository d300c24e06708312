import { z } from 'zod'
import { invalidField } from '../../kit/error.ts'
import { display, money } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { earningTotal } from '../basket.ts'
import { condition } from '../condition.ts'
import { ifSent } from '../translator.ts'
import { fragments } from '../words/english.ts'
import { moneyIn, plainVoice, type Voice } from '../words/voice.ts'
import type { Range } from '../words/words.ts'

const kind = z.literal('AMOUNT')
const isBounded = ({ minimum, maximum }: { readonly minimum?: unknown; readonly maximum?: unknown }) =>
  minimum !== undefined || maximum !== undefined
const unbounded = { error: 'a minimum or a maximum is needed' }

/** The purchase costs at least, and at most, so much; what does not earn is not counted. */
export const amount = condition({
  kind: 'AMOUNT',
  settings: z
    .strictObject({ kind, minimum: minorText.optional(), maximum: minorText.optional() })
    .refine(isBounded, unbounded),
  body: z
    .strictObject({ kind, minimum: wire.decimal.optional(), maximum: wire.decimal.optional() })
    .refine(isBounded, unbounded),
  reply: z.object({ kind, minimum: wire.amount.optional(), maximum: wire.amount.optional() }),
  fromWire: (sent, { minor, path }) => {
    const minimum = ifSent(sent.minimum, (text) => minor('minimum', text))
    const maximum = ifSent(sent.maximum, (text) => minor('maximum', text))
    if (minimum !== undefined && maximum !== undefined && BigInt(maximum) < BigInt(minimum)) {
      throw invalidField(
        path('maximum'),
        sent.maximum ?? '',
        `at least the minimum, ${sent.minimum}, is needed`,
      )
    }
    return { kind: sent.kind, minimum, maximum }
  },
  toWire: ({ kind, minimum, maximum }, { decimal }) => ({
    kind,
    minimum: ifSent(minimum, decimal),
    maximum: ifSent(maximum, decimal),
  }),
  says: (settings, voice) => voice.words.conditions.amount(rangeOf(settings, voice)),
  compile: (settings, { currency }) => {
    const least = BigInt(settings.minimum ?? '0')
    const most = settings.maximum === undefined ? undefined : BigInt(settings.maximum)
    return {
      holds: (basket) => {
        const total = earningTotal(basket)
        return total >= least && (most === undefined || total <= most)
      },
      shortfall: (basket) => ({
        seen: display(money(earningTotal(basket), currency)),
        needed:
          earningTotal(basket) < least && settings.minimum === undefined
            ? `at least ${display(money(0n, currency))}`
            : fragments.range(rangeOf(settings, plainVoice(currency))),
      }),
      missing: (basket) => {
        const total = earningTotal(basket)
        return total < least ? { amount: least - total } : undefined
      },
    }
  },
})

interface Bounds {
  readonly minimum?: string | undefined
  readonly maximum?: string | undefined
}

function rangeOf({ minimum, maximum }: Bounds, voice: Voice): Range {
  const show = (minor: string) => moneyIn(voice, minor)
  return { least: ifSent(minimum, show), most: ifSent(maximum, show) }
}
