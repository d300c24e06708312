import { refusal } from '../kit/error.ts'

/** The same for a wrong code, one that is over, one that was used and one that never was: a guess learns nothing. */
export const WrongCode = refusal({
  name: 'WrongCode',
  error: 'CRM.EXCEPTIONS.INVALIDLOGINEXCEPTION',
  message: 'The code is wrong or no longer valid.',
})
