import { z } from 'zod'
import { endpoint } from '../http/index.ts'

export const verifyLedger = endpoint({
  name: 'verifyLedger',
  method: 'GET',
  path: '/backoffice/v2/ledger/verify',
  tag: 'Ledger',
  summary: 'Prove the books',
  description:
    'Reads every entry of the business in this mode and checks each rule of the books; a rule that does not hold names the first rows that break it.',
  access: 'ledger:read',
  effect: 'reads',
  reply: z.object({
    holds: z.boolean(),
    checks: z
      .array(
        z.object({
          name: z.string(),
          says: z.string().meta({ description: 'The rule.' }),
          looked_at: z.int().meta({ description: 'How many rows it was checked on.' }),
          broken: z.array(z.string()).readonly().meta({ description: 'The first rows that break it.' }),
        }),
      )
      .readonly(),
  }),
  errors: [],
})
