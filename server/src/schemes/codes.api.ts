import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidState, InvalidValue, NotFound } from '../kit/error.ts'

const MOST_AT_ONCE = 10_000

/** People type these from paper and mails, so capitals do not matter: they are kept in capitals. */
export const signUpCode = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .transform((code) => code.toUpperCase())

const path = '/backoffice/v2/reward_schemes/{id}/sign_up_codes'
const tag = 'Reward schemes'

export const addSignUpCodes = endpoint({
  name: 'addSignUpCodes',
  method: 'POST',
  path,
  tag,
  summary: 'Add codes with which one contact each can sign up to a closed loop',
  description: `Either codes of yours, or how many are to be made up; at most ${MOST_AT_ONCE}. Codes that are there already stay as they are.`,
  access: 'offers:write',
  effect: 'writes',
  params: wire.idParams,
  body: z
    .strictObject({
      codes: z
        .array(signUpCode)
        .min(1)
        .max(MOST_AT_ONCE)
        .transform((codes) => [...new Set(codes)])
        .optional(),
      count: wire.integerFrom(1, MOST_AT_ONCE).optional(),
    })
    .refine(({ codes, count }) => (codes === undefined) !== (count === undefined), {
      error: 'send either codes or count',
    }),
  reply: z.object({
    created: z.int(),
    unchanged: z.int().meta({ description: 'Codes that were there already.' }),
    codes: z.array(z.string()).meta({ description: 'Those that are new.' }),
  }),
  errors: [InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

const codeReply = z.object({
  code: z.string(),
  state: z.enum(['UNUSED', 'USED']),
  used_by: z.object({ id: z.string() }).nullable().meta({ description: 'The contact.' }),
  used_on: wire.epoch.nullable(),
  created_on: wire.epoch,
})
export type CodeReply = z.input<typeof codeReply>

export const listSignUpCodes = endpoint({
  name: 'listSignUpCodes',
  method: 'GET',
  path,
  tag,
  summary: 'List the sign-up codes of a scheme, and who used them',
  access: 'offers:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({
    ...wire.listQuery,
    code: signUpCode.optional(),
    state: z.enum(['UNUSED', 'USED']).optional(),
  }),
  reply: wire.pageReply(codeReply),
  errors: [InvalidValue, NotFound],
})
