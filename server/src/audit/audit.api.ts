import { z } from 'zod'
import { endpoint, Forbidden, wire } from '../http/index.ts'
import { InvalidValue } from '../kit/error.ts'

const act = z.object({
  number: z.int().meta({ description: 'Without gaps; the next act of the business has the next one.' }),
  date: wire.epoch,
  by: z.object({
    kind: z.enum(['KEY', 'USER']),
    id: z.string(),
    name: z.string().meta({ description: 'As they were called then.' }),
  }),
  operation: z.string().meta({ description: 'The name of the endpoint, as in this reference.' }),
  target_id: z.string().nullable(),
  changes: z
    .array(z.object({ field: z.string(), before: z.unknown().optional(), after: z.unknown().optional() }))
    .nullable()
    .meta({
      description:
        'Fields of the record that became others. Of contacts and their money only which fields; null: it was about a contact who was erased.',
    }),
  address: z.string(),
  request_id: z.string(),
})
export type ActReply = z.input<typeof act>

export const listAuditLog = endpoint({
  name: 'listAuditLog',
  method: 'GET',
  path: '/backoffice/v2/audit_log',
  tag: 'Audit log',
  summary: 'List what staff and keys did, the newest first',
  description:
    'Every act of a member of staff, and every act of a key that configures something. Purchases and other acts of tills are in the books. Kept for two years.',
  access: 'audit:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    date: wire.timeRange.optional(),
    by_id: wire.guid.optional().meta({ description: 'A user or key.' }),
    by_kind: z.enum(['KEY', 'USER']).optional(),
    operation: z.string().min(1).max(100).optional(),
    target_id: wire.guid.optional(),
  }),
  reply: wire.pageReply(act),
  errors: [InvalidValue, Forbidden],
})
