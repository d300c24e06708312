import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { PROCESS_STATES, rejectedRow, rowTotals } from '../processes/index.ts'
import { LISTS, syncBody } from './sync-row.ts'

const tag = 'Product synchronisation'
export const MOST_ROWS = 10_000
const MOST_BYTES = 32 * 1024 * 1024
const access = ['products:read', 'processes:read'] as const

export const synchroniseProducts = endpoint({
  name: 'synchroniseProducts',
  method: 'POST',
  path: '/backoffice/v2/synchronise_products',
  tag,
  summary: 'Enter or change many products, families, brands and types',
  description: `Up to ${MOST_ROWS} rows a call, in any order; a product may name a group that comes later in the call, or that nobody knows: it is made. Products are known by their sku, groups by their code; what a row leaves out stays as it is, null clears. Answers at once with the process that applies the rows: GET processes/{id} tells how far it is. A row that is wrong is refused there, by its place, and leaves the others alone. Where a sku or code comes twice, the later row is applied after the earlier one. With \`simulate=true\` the process works everything out, tells the same counts and refusals, and keeps nothing; a sku that comes again more than 250 rows later is then told as if it had come once.`,
  access: 'products:write',
  effect: 'writes',
  query: z.strictObject({ simulate: wire.flag.default(false) }),
  bulk: { lists: LISTS, rows: MOST_ROWS, bytes: MOST_BYTES },
  body: syncBody,
  reply: z.object({
    id: z.string(),
    process_id: z.string().meta({ description: 'The same as id: for GET processes/{id}.' }),
  }),
  errors: [RequiredField, InvalidValue, IdempotencyKeyReused],
})

export const syncReply = z.object({
  id: z.string(),
  kind: z.string(),
  state: z.enum(PROCESS_STATES),
  totals: rowTotals,
  done: z.int().meta({ description: 'Rows of which is known what came of them.' }),
  started_on: wire.epoch.nullable(),
  heartbeat_on: wire.epoch.nullable(),
  completed_on: wire.epoch.nullable(),
  rejected: z.array(rejectedRow),
})
export type SyncReply = z.input<typeof syncReply>

export const getProductSync = endpoint({
  name: 'getProductSync',
  method: 'GET',
  path: '/backoffice/v2/synchronise_products/{id}',
  tag,
  summary: 'Read how far a synchronisation is, and which rows it refused',
  description:
    'The same as GET processes/{id}, for keys that may read products only. CANCEL and RESUME it with PUT processes/{id}/actions.',
  access,
  effect: 'reads',
  params: wire.idParams,
  reply: syncReply,
  errors: [NotFound],
})

const { page, size, include_total } = wire.listQuery

const refusedRow = rejectedRow.extend({
  row: z.record(z.string(), z.unknown()).nullable().meta({
    description:
      'As it was sent, so that it can be put right and sent again; null where it is no object, longer than 4,000 characters, or was sent to an earlier version.',
  }),
})
export type RefusedRowReply = z.input<typeof refusedRow>

export const listRejectedRows = endpoint({
  name: 'listRejectedRows',
  method: 'GET',
  path: '/backoffice/v2/synchronise_products/{id}/rejected',
  tag,
  summary: 'List every row that a synchronisation refused, in the order in which they were applied',
  access,
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ page, size, include_total }),
  reply: wire.pageReply(refusedRow),
  errors: [InvalidValue, NotFound],
})
