import { z } from 'zod'
import { display, money } from '../../kit/money.ts'
import { minorText } from '../../kit/stored.ts'
import { award } from '../award.ts'

/** The same amount for every purchase that qualifies, whatever it costs. */
export const fixed = award({
  kind: 'FIXED',
  settings: z.strictObject({ kind: z.literal('FIXED'), amount: minorText }),
  says: ({ amount }, currency) => `${display(money(BigInt(amount), currency))} back`,
  reckon: ({ amount }, base, currency) => ({
    amount: base > 0n ? BigInt(amount) : 0n,
    says: `${display(money(BigInt(amount), currency))} for the purchase`,
  }),
})
