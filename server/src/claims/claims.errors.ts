import { refusal } from '../kit/error.ts'

export const TooManyClaims = refusal({
  name: 'TooManyClaims',
  error: 'CRM.EXCEPTIONS.TOOMANYATTEMPTSEXCEPTION',
  message: 'Too many receipts were claimed, or claimed wrongly.',
  status: 429,
})
