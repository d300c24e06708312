import { refusal } from '../kit/error.ts'

export const PromotionOutdated = refusal({
  name: 'PromotionOutdated',
  error: 'CRM.EXCEPTIONS.INVALIDSTATEEXCEPTION',
  message: 'The configuration is no longer what was reviewed.',
})
