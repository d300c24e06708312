import { refusal } from '../kit/error.ts'

/** Parameters: the kind of the identifier and its value. */
export const IdentifierTaken = refusal({
  name: 'IdentifierTaken',
  error: 'COM.CRM.EXCEPTIONS.CIMALREADYEXISTSFORANOTHERCONTACTEXCEPTION',
  message: 'This identifier belongs to another contact.',
})
