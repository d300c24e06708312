import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidValue } from '../kit/error.ts'

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

const sealReply = z.object({
  number: z.int(),
  sealed_on: wire.epoch,
  accounts: z.int().meta({ description: 'How many accounts had changed since the seal before.' }),
  previous: z.string().meta({ description: 'The hash of the seal before.' }),
  hash: z.string().meta({
    description:
      'SHA-256 over the seal before and where each of the accounts stood. Keep one outside to prove the past later.',
  }),
})
export type SealReply = z.input<typeof sealReply>

export const listSeals = endpoint({
  name: 'listSeals',
  method: 'GET',
  path: '/backoffice/v2/ledger/seals',
  tag: 'Ledger',
  summary: 'List the seals of the books',
  description:
    'Every minute in which money moved, a seal pins where every changed account stands. The newest hash stands for all of the books up to it.',
  access: 'ledger:read',
  effect: 'reads',
  query: z.strictObject({
    page: wire.listQuery.page,
    size: wire.listQuery.size,
    order: wire.listQuery.order,
  }),
  reply: wire.pageReply(sealReply),
  errors: [InvalidValue],
})

export const exportLedger = endpoint({
  name: 'exportLedger',
  method: 'GET',
  path: '/backoffice/v2/ledger/export',
  tag: 'Ledger',
  summary: 'Export the books for a verifier',
  description:
    'All accounts, lots, seals and transfers of one instant, a record a line, for scripts/verify-export.mjs or a verifier of your own; server/src/ledger/README.md tells the format. An answer whose last line is not of type end is not whole.',
  access: 'ledger:read',
  effect: 'reads',
  reply: z
    .looseObject({
      type: z.enum(['header', 'account', 'lot', 'seal', 'sealed', 'transfer', 'end']),
      check: z.string().meta({ description: 'Covers the line and the one before.' }),
    })
    .meta({ description: 'One line.' }),
  streams: 'application/x-ndjson',
  errors: [Forbidden],
})
