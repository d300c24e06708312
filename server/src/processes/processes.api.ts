import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { Busy, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { PROCESS_ACTIONS, PROCESS_STATES } from './process.ts'

const tag = 'Processes'
// Each kind says on its own page what these hold.
const ofTheKind = z.record(z.string(), z.unknown())

export const rowTotals = z
  .object({
    received: z.int(),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    rejected: z.int(),
  })
  .meta({ description: 'What came of the rows so far; all but received count up while it runs.' })

export const rejectedRow = z.object({
  index: z.int().meta({ description: 'Place of the row in its list, from 0.' }),
  sku: z.string().nullable().meta({ description: 'As it was sent; null where the row has none.' }),
  error: z.string().meta({ description: 'The code that a request with such a value is refused with.' }),
  message: z.string().meta({ description: 'Names the list and field, the value seen and the value needed.' }),
  parameters: z.array(z.string()),
})

/** Rows that a process tells of by itself; the rest is told in pages. */
export const MOST_REJECTED_TOLD = 1_000

export const processReply = z.object({
  id: z.string(),
  kind: z.string().meta({ description: 'What is being done; each kind has its own input and result.' }),
  state: z.enum(PROCESS_STATES),
  done: z.int().meta({ description: 'How much is done, in the units of the kind.' }),
  total: z.int().nullable().meta({ description: 'How much there is; null until that is known.' }),
  created_on: wire.epoch,
  started_on: wire.epoch.nullable().meta({ description: 'When it was first begun. Epoch seconds.' }),
  heartbeat_on: wire.epoch
    .nullable()
    .meta({ description: 'When the server that runs it last said so. Epoch seconds.' }),
  completed_on: wire.epoch
    .nullable()
    .meta({ description: 'When it ended, in whichever way; null while it goes on. Epoch seconds.' }),
  input: ofTheKind.meta({ description: 'What it was started with.' }),
  result: ofTheKind.nullable().meta({ description: 'What came of it; null until it is COMPLETED.' }),
  error: z.string().nullable().meta({ description: 'Why it is FAILED.' }),
  totals: rowTotals.optional().meta({ description: 'Of kinds that take rows.' }),
  rejected: z
    .array(rejectedRow)
    .optional()
    .meta({ description: `Of kinds that take rows: the first ${MOST_REJECTED_TOLD} that were refused.` }),
})
export type ProcessReply = z.input<typeof processReply>
const listedProcess = processReply.omit({ rejected: true })
export type ListedProcess = z.input<typeof listedProcess>

export const listProcesses = endpoint({
  name: 'listProcesses',
  method: 'GET',
  path: '/backoffice/v2/processes',
  tag,
  summary: 'List processes, newest first',
  access: 'processes:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    kind: z.string().trim().min(1).max(100).optional(),
    state: z.enum(PROCESS_STATES).optional(),
  }),
  reply: wire.pageReply(listedProcess),
  errors: [InvalidValue],
})

export const getProcess = endpoint({
  name: 'getProcess',
  method: 'GET',
  path: '/backoffice/v2/processes/{id}',
  tag,
  summary: 'Read how far a process is, and what came of it',
  access: 'processes:read',
  effect: 'reads',
  params: wire.idParams,
  reply: processReply,
  errors: [NotFound],
})

export const streamProcesses = endpoint({
  name: 'streamProcesses',
  method: 'GET',
  path: '/backoffice/v2/processes/stream',
  tag,
  summary: 'Follow how far processes are, as they go on (server-sent events)',
  description:
    'For screens that are live. Each event is called `process` and has a process as the list has it: at first those that wait or run, then each that is started, goes on or ends, at most once a second. A reader that lost the connection begins anew. A comment every 15 seconds says that the connection lives. Ends when the key is revoked.',
  access: 'processes:read',
  effect: 'reads',
  streams: 'text/event-stream',
  reply: listedProcess,
  errors: [Busy],
})

export const changeProcess = endpoint({
  name: 'changeProcess',
  method: 'PUT',
  path: '/backoffice/v2/processes/{id}/actions',
  tag,
  summary: 'Cancel a process, or resume one that failed or was cancelled',
  description:
    'CANCEL ends a process that waits or runs; it stops within about a second. RESUME lets one that failed or was cancelled go on from where it was. The same action again answers 200 and changes nothing.',
  access: 'processes:write',
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ action: z.enum(PROCESS_ACTIONS) }),
  reply: processReply,
  errors: [RequiredField, InvalidValue, InvalidState, NotFound, IdempotencyKeyReused],
})
