import { refusal } from '../kit/error.ts'

export const WalletBalanceNotEnough = refusal({
  name: 'WalletBalanceNotEnough',
  error: 'CRM.EXCEPTIONS.CANNOTSPENDAMOUNTWALLETBALANCENOTENOUGHEXCEPTION',
  message: 'The wallet does not hold enough to spend this amount.',
})

export const SpendNotFullyCovered = refusal({
  name: 'SpendNotFullyCovered',
  error: 'COM.CRM.EXCEPTIONS.SPENDAMOUNTNOTFULLYCOVEREDEXCEPTION',
  message: 'The whole requested amount cannot be spent on this purchase.',
})
