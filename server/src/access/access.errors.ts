import { refusal } from '../kit/error.ts'

/** The same for one that is used, over, replaced or never was: a guess learns nothing. */
export const InvalidInvitation = refusal({
  name: 'InvalidInvitation',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The invitation is not valid.',
})

/** The same for one that is used, over, replaced or never was. */
export const InvalidReset = refusal({
  name: 'InvalidReset',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The code for a new password is not valid.',
})

/** The password was right: only whoever knows it learns that a code is asked for. */
export const SecondFactorNeeded = refusal({
  name: 'SecondFactorNeeded',
  error: 'CRM.EXCEPTIONS.SECONDFACTORREQUIREDEXCEPTION',
  message: 'A code of the authenticator app is needed.',
})

/** The same for a code that is wrong, over or used. */
export const InvalidSecondFactor = refusal({
  name: 'InvalidSecondFactor',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The code is not valid.',
})

/** Nobody is locked out for good; the wait is in Retry-After. */
export const TooManySignIns = refusal({
  name: 'TooManySignIns',
  error: 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION',
  message: 'Too many tries to sign in; wait before the next.',
  status: 429,
  retryable: true,
})

/** The same whether the name or the password is wrong. */
export const InvalidLogin = refusal({
  name: 'InvalidLogin',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The username or the password is wrong.',
})
