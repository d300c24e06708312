import { refusal } from '../kit/error.ts'

/** The same for a key that nobody has, a challenge that is over or used, and a signature that is wrong: a guess learns nothing. */
export const InvalidPasskey = refusal({
  name: 'InvalidPasskey',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The passkey is not valid.',
})
