import { refusal } from '../kit/error.ts'

/** The code that clients know from spending more than there is. */
export const WalletBalanceTooSmall = refusal({
  name: 'WalletBalanceTooSmall',
  error: 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
  message: 'The wallet holds too little open money for the payout.',
})
