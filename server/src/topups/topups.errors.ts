import { refusal } from '../kit/error.ts'

export const GrantTooLarge = refusal({
  name: 'GrantTooLarge',
  error: 'CRM.EXCEPTIONS.NUMBERGREATERTHANNUMBEREXCEPTION',
  message: 'So much may not be given away by one alone.',
})
