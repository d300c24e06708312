import { z } from 'zod'
import { wire } from '../../http/index.ts'
import { display, money } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import { award } from '../award.ts'

const kind = z.literal('FIXED')

/** The same amount for every purchase that qualifies, whatever it costs. */
export const fixed = award({
  kind: 'FIXED',
  settings: z.strictObject({ kind, amount: minorText }),
  body: z.strictObject({ kind, amount: wire.decimal }),
  reply: z.object({ kind, amount: wire.amount }),
  fromWire: ({ kind, amount }, { minor }) => ({ kind, amount: minor('amount', amount) }),
  toWire: ({ kind, amount }, { decimal }) => ({ kind, amount: decimal(amount) }),
  says: ({ amount }, currency) => `${display(money(BigInt(amount), currency))} back`,
  bound: ({ amount }) => ({ of: 'AMOUNT', minor: BigInt(amount) }),
  reckon: ({ amount }, base, currency) => ({
    amount: base > 0n ? BigInt(amount) : 0n,
    says: `${display(money(BigInt(amount), currency))} for the purchase`,
  }),
})
