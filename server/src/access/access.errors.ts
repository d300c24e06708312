import { refusal } from '../kit/error.ts'

/** The same whether the name or the password is wrong. */
export const InvalidLogin = refusal({
  name: 'InvalidLogin',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The username or the password is wrong.',
})
