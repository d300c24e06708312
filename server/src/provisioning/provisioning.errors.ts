import { refusal } from '../kit/error.ts'

/** Parameters: the printer, and what it said or did not. */
export const PrinterAway = refusal({
  name: 'PrinterAway',
  error: 'CRM.EXCEPTIONS.PRINTERAWAYEXCEPTION',
  message: 'The printer did not take it.',
})
