import { refusal } from '../kit/error.ts'
import { display, money, wireNumber } from '../kit/money.ts'

/** The code that clients know from spending more than there is. */
export const WalletHoldsTooLittle = refusal({
  name: 'WalletHoldsTooLittle',
  error: 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
  message: 'The wallet holds too little money for this.',
})

export interface Shortage {
  readonly asked: bigint
  readonly held: bigint
  readonly currency: string
  /** Which of its money, such as "open money less what is owed". */
  readonly of: string
}

export function tooLittle({ asked, held, currency, of }: Shortage): Error {
  const shown = (minor: bigint) => display(money(minor, currency))
  const message = `amount is ${shown(asked)}; the wallet holds ${shown(held)} of ${of}`
  return WalletHoldsTooLittle({
    parameters: [String(wireNumber(asked, currency)), String(wireNumber(held, currency))],
    detail: `${message}.`,
    fields: [{ path: 'amount', code: 'too_large', message }],
  })
}
