import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { timing } from '../kit/timing.ts'
import { validity } from '../kit/validity.ts'
import { PRODUCT_TARGETS, productTarget } from '../products/index.ts'

const tag = 'Commerce pools'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)

/** An organisation by id or by code. */
export const organisationReference = z
  .strictObject({ id: z.string().min(1).max(100).optional(), code: code.optional() })
  .refine(({ id, code }) => (id === undefined) !== (code === undefined), {
    error: 'send the id or the code of one organisation',
  })

/** Each restricts where and when the pool's money may be spent; what is left out or empty does not. */
const restrictions = {
  description: z.string().max(2_000).nullable().optional(),
  organisations: z.array(organisationReference).max(1_000).nullable().optional(),
  products: z.array(productTarget).max(5_000).nullable().optional(),
  timings: z.array(wire.timing).max(100).nullable().optional(),
  validity: wire.validity
    .nullable()
    .optional()
    .meta({ description: 'How long money given with this pool may be spent; without it, for ever.' }),
  needs_activation: wire.flag
    .nullable()
    .optional()
    .meta({ description: 'Whether a contact has to switch the pool on before its money can be spent.' }),
}

const poolBody = z.strictObject({ code: code.optional(), name, ...restrictions })
const poolChange = z.strictObject({ code: code.optional(), name: name.optional(), ...restrictions })
export type PoolChange = z.output<typeof poolChange>

export const organisationReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  type: z.string(),
})

export const poolReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  organisations: z.array(organisationReply),
  products: z.array(z.object({ type: z.enum(PRODUCT_TARGETS), code: z.string() })),
  timings: z.array(timing),
  validity: validity.nullable(),
  needs_activation: z.boolean(),
  created_on: wire.epoch,
})
export type PoolReply = z.input<typeof poolReply>

export const listPools = endpoint({
  name: 'listCommercePools',
  method: 'GET',
  path: '/backoffice/v2/commerce_pools',
  tag,
  summary: 'List commerce pools, newest first',
  access: 'offers:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    code: code.optional(),
    search_value: z.string().trim().min(3).max(100).optional().meta({ description: 'Part of code or name.' }),
  }),
  reply: wire.pageReply(poolReply),
  errors: [InvalidValue],
})

export const getPool = endpoint({
  name: 'getCommercePool',
  method: 'GET',
  path: '/backoffice/v2/commerce_pools/{id}',
  tag,
  summary: 'Read a commerce pool by id or code',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  reply: poolReply,
  errors: [NotFound],
})

export const createPool = endpoint({
  name: 'createCommercePool',
  method: 'POST',
  path: '/backoffice/v2/commerce_pools',
  tag,
  summary: 'Create a commerce pool: where, when and on what its money may be spent',
  access: 'offers:write',
  effect: 'writes',
  body: poolBody,
  reply: poolReply,
  errors: [RequiredField, InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const updatePool = endpoint({
  name: 'updateCommercePool',
  method: 'PUT',
  path: '/backoffice/v2/commerce_pools/{id}',
  tag,
  summary: 'Change a commerce pool',
  description:
    'What is left out stays as it is; null or an empty list clears. Restrictions hold at once, also for money that was given before; the validity holds for money given from now on.',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: poolChange,
  reply: poolReply,
  errors: [InvalidValue, NotFound, AlreadyExists, Forbidden, IdempotencyKeyReused],
})

export const actOnPool = endpoint({
  name: 'actOnCommercePool',
  method: 'PUT',
  path: '/backoffice/v2/commerce_pools/{id}/actions',
  tag,
  summary: 'Switch a commerce pool on or off for a contact',
  description:
    'Money of a pool that `needs_activation` can be spent only while it is switched on. The same action again changes nothing.',
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: z
    .strictObject({
      action: z.enum(['ACTIVATE', 'DEACTIVATE']),
      contact_id: wire.identifier.optional(),
      wallet_id: wire.identifier.optional(),
    })
    .refine(({ contact_id, wallet_id }) => (contact_id === undefined) !== (wallet_id === undefined), {
      error: 'send either contact_id or wallet_id',
      path: ['contact_id'],
    }),
  reply: z.object({ id: z.string(), wallet_id: z.string(), is_active: z.boolean() }),
  errors: [RequiredField, InvalidValue, InvalidState, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})

export const deletePool = endpoint({
  name: 'deleteCommercePool',
  method: 'DELETE',
  path: '/backoffice/v2/commerce_pools/{id}',
  tag,
  summary: 'Delete a commerce pool that was never used',
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string(), code: z.string() }),
  errors: [NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})
