import { refusal } from '../kit/error.ts'

export const SecondApprovalNeeded = refusal({
  name: 'SecondApprovalNeeded',
  error: 'CRM.EXCEPTIONS.SECONDAPPROVALNEEDEDEXCEPTION',
  message: 'Somebody other than who asked for the correction has to approve it.',
})
