import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, InvalidState, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { WalletHoldsTooLittle, WalletLimitExceeded } from '../wallets/index.ts'
import { ADJUSTMENT_STATES, ADJUSTMENT_TYPES, DECISIONS } from './adjustment.ts'
import { SecondApprovalNeeded } from './adjustments.errors.ts'

const tag = 'Adjustments'
const text = (most: number) => z.string().trim().min(1).max(most)

const poolReference = z
  .strictObject({ id: text(100).optional(), code: text(100).optional() })
  .refine(({ id, code }) => (id === undefined) !== (code === undefined), {
    error: 'send the id or the code of one commerce pool',
  })

const adjustmentBody = z.strictObject({
  type: z.enum(ADJUSTMENT_TYPES).meta({
    description:
      'CREDIT puts money into the wallet, DEBIT takes it out, DEBT_RELIEF lets off what the contact owes.',
  }),
  amount: wire.decimal,
  commerce_pool: poolReference.optional().meta({
    description:
      'A credit goes into it; without it, into open money. A debit takes of it only; without it, commerce money before open.',
  }),
  expires_on: wire.time.optional().meta({
    description: 'Of a credit; without it, as the pool says, or never.',
  }),
  reason: text(500).meta({ description: 'Why, for whoever audits the books.' }),
  reference_number: text(100).optional().meta({
    description: 'The same number with the same content is one correction, however often it is sent.',
  }),
})
export type AdjustmentBody = z.output<typeof adjustmentBody>

const decisionBody = z.strictObject({
  action: z.enum(DECISIONS),
  notes: text(500).optional().meta({ description: 'Kept with the correction.' }),
})
export type DecisionBody = z.output<typeof decisionBody>

const hand = z
  .object({ kind: z.enum(['key', 'user']), id: z.string() })
  .meta({ description: 'The API key or the person.' })

const adjustmentReply = z.object({
  id: z.string().meta({ description: 'Also of the journal, once it is posted.' }),
  wallet_id: z.string(),
  type: z.enum(ADJUSTMENT_TYPES),
  state: z.enum(ADJUSTMENT_STATES),
  amount: wire.amount,
  currency_code: z.string(),
  commerce_pool: z.object({ id: z.string(), name: z.string() }).nullable(),
  expires_on: wire.epoch.nullable(),
  reason: z.string(),
  reference_number: z.string().nullable(),
  asked_by: hand,
  decided_by: hand.nullable().meta({ description: 'null: nobody had to, or nobody did yet.' }),
  decision_notes: z.string().nullable(),
  created_on: wire.epoch,
  decided_on: wire.epoch.nullable().meta({ description: 'When it was posted or rejected.' }),
})
export type AdjustmentReply = z.input<typeof adjustmentReply>

const path = '/backoffice/v2/wallets/{id}/adjustments'
const one = '/backoffice/v2/adjustments/{id}'
const refusals = [
  RequiredField,
  InvalidValue,
  NotFound,
  Forbidden,
  WalletHoldsTooLittle,
  WalletLimitExceeded,
  IdempotencyKeyReused,
]

export const createAdjustment = endpoint({
  name: 'createAdjustment',
  method: 'POST',
  path,
  tag,
  summary: 'Correct a wallet by hand',
  description:
    'Above the amount that the business set (adjustment_approval_above, 100 if it did not) it waits until another key or person approves it; what the same one corrected alone on the wallet within 24 hours counts along.',
  access: 'adjustments:write',
  effect: 'writes',
  params: wire.idParams,
  body: adjustmentBody,
  reply: adjustmentReply,
  status: 201,
  errors: [...refusals, AlreadyExists],
})

export const listAdjustments = endpoint({
  name: 'listAdjustments',
  method: 'GET',
  path,
  tag,
  summary: 'List the corrections of a wallet, newest first',
  access: 'adjustments:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ ...wire.listQuery, state: z.enum(ADJUSTMENT_STATES).optional() }),
  reply: wire.pageReply(adjustmentReply),
  errors: [InvalidValue, NotFound],
})

export const listAllAdjustments = endpoint({
  name: 'listAllAdjustments',
  method: 'GET',
  path: '/backoffice/v2/adjustments',
  tag,
  summary: 'List the corrections of all wallets, newest first; with state, those that wait for approval',
  access: 'adjustments:read',
  effect: 'reads',
  query: z.strictObject({ ...wire.listQuery, state: z.enum(ADJUSTMENT_STATES).optional() }),
  reply: wire.pageReply(adjustmentReply),
  errors: [InvalidValue],
})

export const getAdjustment = endpoint({
  name: 'getAdjustment',
  method: 'GET',
  path: one,
  tag,
  summary: 'Read a correction by id or reference number',
  access: 'adjustments:read',
  effect: 'reads',
  params: wire.idParams,
  reply: adjustmentReply,
  errors: [NotFound],
})

export const decideAdjustment = endpoint({
  name: 'decideAdjustment',
  method: 'PUT',
  path: `${one}/actions`,
  tag,
  summary: 'Approve or reject a correction that waits',
  description: 'Not by the key or the person that asked for it. An approved correction is posted at once.',
  access: 'adjustments:approve',
  effect: 'writes',
  params: wire.idParams,
  body: decisionBody,
  reply: adjustmentReply,
  errors: [...refusals, InvalidState, SecondApprovalNeeded],
})
