import { refusal } from '../kit/error.ts'

export const PassAlreadyRedeemed = refusal({
  name: 'PassAlreadyRedeemed',
  error: 'CRM.EXCEPTIONS.THISPASSHASALREADYBEENREDEEMEDEXCEPTION',
  message: 'This pass has already been redeemed.',
})

export const PassExpired = refusal({
  name: 'PassExpired',
  error: 'CRM.EXCEPTIONS.PASSEXPIREDEXCEPTION',
  message: 'The pass has expired.',
})

export const PassNotActive = refusal({
  name: 'PassNotActive',
  error: 'CRM.EXCEPTIONS.ONLYACTIVEPASSESCANBEREDEEMEDEXCEPTION',
  message: 'Only active passes can be redeemed.',
})

export const CannotRedeemPass = refusal({
  name: 'CannotRedeemPass',
  error: 'CRM.EXCEPTIONS.CANNOTREDEEMPASSEXCEPTION',
  message: 'This pass cannot be redeemed.',
})
