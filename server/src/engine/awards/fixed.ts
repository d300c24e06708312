import { z } from 'zod'
import { display, money } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import * as wire from '../../kit/wire.ts'
import { award } from '../award.ts'
import { moneyIn } from '../words/voice.ts'

const kind = z.literal('FIXED')

/** The same amount whatever the purchase costs; once for each time that the offer is fulfilled. */
export const fixed = award({
  kind: 'FIXED',
  settings: z.strictObject({ kind, amount: minorText }),
  body: z.strictObject({ kind, amount: wire.decimal }),
  reply: z.object({ kind, amount: wire.amount }),
  fromWire: ({ kind, amount }, { minor }) => ({ kind, amount: minor('amount', amount) }),
  toWire: ({ kind, amount }, { decimal }) => ({ kind, amount: decimal(amount) }),
  says: ({ amount }, voice, way) => voice.words.awards.fixed(moneyIn(voice, amount), way),
  bound: ({ amount }) => ({ of: 'AMOUNT', minor: BigInt(amount) }),
  compile: ({ amount }) => {
    const each = BigInt(amount)
    return ({ times }) => ({ amount: each * times })
  },
  formula: ({ amount }, { times }, currency) => {
    const each = display(money(BigInt(amount), currency))
    return times === 1n ? each : `${times} times ${each}`
  },
})
