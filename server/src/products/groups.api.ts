import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { GROUP_KINDS, PRODUCT_SOURCES } from './product.ts'

const tag = 'Product groups'
const kind = z.enum(GROUP_KINDS)
const path = '/backoffice/v2/product_groups'
const code = z.string().trim().min(1).max(100)
const name = z.string().trim().min(1).max(200)
const earns = wire.flag.optional()
const stopsEarning = earns.meta({
  description:
    'false for tips, fees, gift cards and the like: from the next purchase on, no product of the group earns.',
})

export const groupReply = z.object({
  id: z.string(),
  kind,
  code: z.string(),
  name: z.string(),
  source: z
    .enum(PRODUCT_SOURCES)
    .meta({ description: 'Who told of it last; PURCHASE: a till that sold of it.' }),
  earns: z.boolean().meta({ description: 'false: none of its products earns.' }),
  created_on: wire.epoch,
})
export type GroupReply = z.input<typeof groupReply>

export const listGroups = endpoint({
  name: 'listProductGroups',
  method: 'GET',
  path,
  tag,
  summary: 'List families, brands and types of products, newest first',
  access: 'products:read',
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    kind: kind.optional(),
    code: code.optional(),
    source: z.enum(PRODUCT_SOURCES).optional(),
    earns,
  }),
  reply: wire.pageReply(groupReply),
  errors: [InvalidValue],
})

export const createGroup = endpoint({
  name: 'createProductGroup',
  method: 'POST',
  path,
  tag,
  summary: 'Enter a family, brand or type of products before any product names it',
  description:
    'Groups are made with the first product that names them as well; one that only a till has told of is taken over.',
  access: 'products:write',
  effect: 'writes',
  body: z.strictObject({
    kind,
    code,
    name: name.optional().meta({ description: 'Its code unless it is said.' }),
    earns: stopsEarning,
  }),
  reply: groupReply,
  errors: [RequiredField, InvalidValue, AlreadyExists, IdempotencyKeyReused],
})

export const updateGroup = endpoint({
  name: 'updateProductGroup',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Change a family, brand or type of products',
  description:
    'By id, or by code; by the kind as well where groups of several kinds have the same code. What is left out stays as it is.',
  access: 'products:write',
  effect: 'writes',
  params: wire.idParams,
  query: z.strictObject({ kind: kind.optional() }),
  body: z.strictObject({ name: name.optional(), earns: stopsEarning }),
  reply: groupReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, IdempotencyKeyReused],
})
