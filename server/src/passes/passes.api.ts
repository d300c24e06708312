import { z } from 'zod'
import { IdentifierTaken } from '../contacts/index.ts'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import {
  AlreadyExists,
  AmbiguousIdentifier,
  InvalidState,
  InvalidValue,
  NotFound,
  RequiredField,
} from '../kit/error.ts'
import { placeReference } from '../organisations/index.ts'
import { TOPUP_METHODS } from '../topups/index.ts'
import { WalletLimitExceeded } from '../wallets/index.ts'
import { CLASSIFICATIONS, PASS_STATES } from './pass-plan.ts'
import { CannotRedeemPass, PassAlreadyRedeemed, PassExpired, PassNotActive } from './passes.errors.ts'

const tag = 'Passes'
const text = (most: number) => z.string().trim().min(1).max(most)

const passCode = z
  .string()
  .trim()
  .regex(/^[^\s\p{C}]{1,100}$/u, 'up to 100 visible characters without spaces are needed')
  .meta({ description: 'Read in any case, kept in capitals.' })

const contact = z
  .strictObject({
    id: text(100).optional(),
    code: text(100).optional(),
    cim: text(200).optional(),
    wallet_code: text(100).optional(),
    phone: text(40).optional(),
    email: text(254).optional(),
    loyalty_identifier: text(200).optional(),
  })
  .refine((named) => Object.values(named).filter((value) => value !== undefined).length === 1, {
    error: 'one of id, code, cim, wallet_code, phone, email, loyalty_identifier is needed',
  })
  .meta({ description: 'The only contact that may use the pass, by one means of identification.' })
export type NamedContact = z.output<typeof contact>

const MOST = 1_000
const passBody = z
  .strictObject({
    pass_plan_id: wire.identifier.meta({ description: 'Id or code of the plan.' }),
    code: passCode.optional(),
    pin: z
      .string()
      .regex(/^[0-9A-Za-z]{4,16}$/, '4 to 16 letters and digits are needed')
      .optional()
      .meta({ description: 'Asked for with the pass; kept as a hash only.', writeOnly: true }),
    contact: contact.optional(),
    pass_value: wire.decimal.optional().meta({
      description: 'What it puts into a wallet, in the currency of the business; where the plan is VARIABLE.',
    }),
    payment_method: z
      .strictObject({ type: z.enum(TOPUP_METHODS), id: text(200).optional() })
      .optional()
      .meta({
        description:
          'How a pass with money was paid; CASH, if left out. GRANT: nobody paid, the organisation gives the money away when it is redeemed; needs offers:write.',
      }),
    organisation: placeReference.optional().meta({
      description: 'Who sells a pass with money, or gives it. Left out: that of the key, or the business.',
    }),
    recipient: z
      .strictObject({
        name: text(200).optional(),
        medium_type: z.enum(['EMAIL', 'SMS']).optional(),
        medium_value: text(254).optional(),
      })
      .optional()
      .meta({ description: 'For whom it was bought. Kept with the pass; nothing is sent.' }),
    gift_sender: z
      .strictObject({ name: text(200).optional(), message: text(2_000).optional() })
      .optional()
      .meta({ description: 'Who gives it.' }),
    count: wire
      .integerFrom(1, MOST)
      .default(1)
      .meta({ description: 'So many passes with codes that are made up.' }),
  })
  .refine(({ code, count }) => code === undefined || count === 1, {
    path: ['count'],
    error: 'a code is for one pass; leave out the code or the count',
  })
  .refine(({ pin, count }) => pin === undefined || count === 1, {
    path: ['count'],
    error: 'a pin is for one pass; leave out the pin or the count',
  })
export type PassBody = z.output<typeof passBody>

const passQuery = z
  .strictObject({
    ...wire.listQuery,
    code: passCode.optional(),
    pass_code: passCode.optional().meta({ description: 'The same as code.' }),
    pass_plan: wire.identifier.optional().meta({ description: 'Id or code of the plan.' }),
    state: z.enum(PASS_STATES).optional(),
    contact: wire.identifier.optional().meta({ description: 'Id, code or any identifier.' }),
  })
  .refine(({ code, pass_code }) => code === undefined || pass_code === undefined, {
    path: ['pass_code'],
    error: 'send code or pass_code, not both',
  })
export type PassQuery = z.output<typeof passQuery>

const idName = z.object({ id: z.string(), name: z.string() })

const passReply = z.object({
  id: z.string(),
  code: z.string(),
  state: z.enum(PASS_STATES).meta({
    description:
      'A pass with money is REDEEMED once, or CANCELLED, or EXPIRED: to the second, posted or not.',
  }),
  classification: z.enum(CLASSIFICATIONS),
  pass_plan: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  contact: z.object({ id: z.string(), code: z.string() }).nullable(),
  has_pin: z.boolean(),
  valid_from: wire.epoch,
  valid_to: wire.epoch.nullable().meta({ description: 'The first instant at which it is no longer valid.' }),
  maximum_usage: z.int().nullable(),
  maximum_usage_per_contact: z.int().nullable(),
  used: z.int().meta({ description: 'How often it was used, by purchases that stand.' }),
  value: wire.amount.nullable().meta({ description: 'null: it carries no money.' }),
  balance: wire.amount.nullable().meta({ description: 'What redeeming it now would put into a wallet.' }),
  currency_code: z.string(),
  commerce_pool: idName.nullable().meta({ description: 'Where its money goes; null: open money.' }),
  payment_method: z.object({ type: z.string(), id: z.string().nullable() }).nullable(),
  organisation: idName.nullable().meta({ description: 'Who sold it or gives it.' }),
  recipient: z
    .object({
      name: z.string().optional(),
      medium_type: z.string().optional(),
      medium_value: z.string().optional(),
    })
    .nullable(),
  gift_sender: z.object({ name: z.string().optional(), message: z.string().optional() }).nullable(),
  redemption: z
    .object({ id: z.string(), wallet_id: z.string(), date: wire.epoch, organisation: idName })
    .nullable(),
  ended_on: wire.epoch.nullable().meta({ description: 'When it was redeemed, voided or posted as over.' }),
  created_on: wire.epoch,
})
export type PassReply = z.input<typeof passReply>

export const createPasses = endpoint({
  name: 'createPasses',
  method: 'POST',
  path: '/backoffice/v2/passes',
  tag,
  summary: 'Create a pass, or up to 1,000 with codes that are made up',
  description:
    'The answer is the first pass, with the codes of all in `passes`. Passes of PROMOTION plans need offers:write. What is paid for a pass with money is owed until it is redeemed, voided or over.',
  access: ['offers:write', 'passes:write'],
  effect: 'writes',
  body: passBody,
  status: 201,
  reply: passReply.extend({
    passes: z.array(z.object({ id: z.string(), code: z.string() })).readonly(),
  }),
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AlreadyExists,
    AmbiguousIdentifier,
    InvalidState,
    Forbidden,
    IdempotencyKeyReused,
  ],
})

export const listPasses = endpoint({
  name: 'listPasses',
  method: 'GET',
  path: '/backoffice/v2/passes',
  tag,
  summary: 'List passes, newest first',
  access: ['offers:read', 'passes:read'],
  effect: 'reads',
  query: passQuery,
  reply: wire.pageReply(passReply),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const getPass = endpoint({
  name: 'getPass',
  method: 'GET',
  path: '/backoffice/v2/passes/{id}',
  tag,
  summary: 'Read a pass by id or code',
  access: ['offers:read', 'passes:read'],
  effect: 'reads',
  params: wire.idParams,
  reply: passReply,
  errors: [NotFound],
})

export const setPassState = endpoint({
  name: 'updatePass',
  method: 'PUT',
  path: '/backoffice/v2/passes/{id}',
  tag,
  summary: 'Take a pass out of use, into use again, or void one with money that nobody redeemed',
  description:
    'CANCELLED is for passes with money and for ever: what was paid for it is owed no more. ACTIVE also forgets wrong pins. The same state again changes nothing.',
  access: ['offers:write', 'passes:write'],
  effect: 'writes',
  params: wire.idParams,
  body: z.strictObject({ state: z.enum(['ACTIVE', 'INACTIVE', 'CANCELLED']) }),
  reply: passReply,
  errors: [RequiredField, InvalidValue, NotFound, InvalidState, Forbidden, IdempotencyKeyReused],
})

const redeemBody = z
  .strictObject({
    code: passCode,
    pin: z.string().min(1).max(100).optional().meta({ writeOnly: true }),
    contact_id: wire.identifier
      .optional()
      .meta({ description: 'Whose wallet: id, code or anything else the contact is known by.' }),
    wallet_id: wire.identifier.optional().meta({ description: 'Or the wallet, by id or 16-digit code.' }),
    value: wire.decimal.optional().meta({ description: 'If sent, it must be what the pass carries.' }),
    organisation: placeReference
      .optional()
      .meta({ description: 'Where it is redeemed. Left out: that of the key, or the business.' }),
    date: wire.time
      .optional()
      .meta({ description: 'When it was redeemed, as the caller says; now, if left out.' }),
    custom_fields: z
      .array(z.strictObject({ key: text(100), value: z.string().max(1_000) }))
      .max(50)
      .optional()
      .meta({ description: 'Kept with the redemption.' }),
  })
  .refine(({ contact_id, wallet_id }) => contact_id === undefined || wallet_id === undefined, {
    error: 'send contact_id or wallet_id, not both',
  })
export type RedeemBody = z.output<typeof redeemBody>

const redeemReply = z.object({
  id: z.string().meta({ description: 'Of the redemption.' }),
  pass: z.object({ id: z.string(), code: z.string() }),
  contact: z.object({ id: z.string(), code: z.string() }),
  wallet_id: z.string(),
  amount: wire.amount,
  currency_code: z.string(),
  commerce_pool: idName.nullable().meta({ description: 'null: open money.' }),
  expires_on: wire.epoch.nullable().meta({ description: 'Until when the money may be spent.' }),
  date: wire.epoch,
})
export type RedeemReply = z.input<typeof redeemReply>

export const redeemPass = endpoint({
  name: 'redeemPass',
  method: 'POST',
  path: '/backoffice/v2/passes/redeem',
  tag,
  summary: 'Put the money of a pass into a wallet',
  description: [
    'Once, whoever asks and however often. Without a contact or wallet it goes to the one contact that the pass is for, or to a new',
    'unnamed contact who is known by the code of the pass from then on. Five wrong pins take a pass out of use.',
    'It counts for the TOP_UP limits of the wallet.',
  ].join(' '),
  access: 'passes:write',
  effect: 'writes',
  body: redeemBody,
  status: 201,
  reply: redeemReply,
  errors: [
    RequiredField,
    InvalidValue,
    NotFound,
    AmbiguousIdentifier,
    CannotRedeemPass,
    PassNotActive,
    PassExpired,
    PassAlreadyRedeemed,
    IdentifierTaken,
    WalletLimitExceeded,
    IdempotencyKeyReused,
  ],
})
