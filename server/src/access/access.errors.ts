import { refusal } from '../kit/error.ts'

/** The same for one that is used, over, replaced or never was: a guess learns nothing. */
export const InvalidInvitation = refusal({
  name: 'InvalidInvitation',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The invitation is not valid.',
})

/** The same whether the name or the password is wrong. */
export const InvalidLogin = refusal({
  name: 'InvalidLogin',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The username or the password is wrong.',
})
