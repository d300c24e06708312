import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { AlreadyExists, AmbiguousIdentifier, InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { CONTACT_TYPES } from './contact.ts'
import { IdentifierTaken } from './contacts.errors.ts'
import { isDayOfYear } from './profile.ts'

const tag = 'Contacts'
const name = z.string().trim().min(1).max(100)
export const identifier = z.string().trim().min(1).max(200)
const segment = z.string().trim().min(1).max(100)
const MOST_WALLETS = 100
const walletIds = z
  .string()
  .min(1)
  .max(40 * MOST_WALLETS)
  .transform((text) => text.split(',').map((id) => id.trim()))
  .pipe(z.array(wire.guid).min(1).max(MOST_WALLETS))
const email = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'an e-mail address is needed')

const referralCode = z
  .string()
  .trim()
  .min(4)
  .max(40)
  .transform((code) => code.toUpperCase())

export const segments = z
  .array(segment)
  .max(100)
  .transform((codes) => [...new Set(codes)])

/** What a contact is recognised by besides the code. */
export const identifierLists = {
  phones: z
    .array(
      z.strictObject({
        country_code: z.string().trim().min(1).max(5).optional().meta({ description: 'ISO 3166-1: CYP.' }),
        phone_type: z.string().trim().min(1).max(30).optional(),
        number: z.string().trim().min(1).max(40),
        is_primary: wire.flag.optional(),
      }),
    )
    .max(10),
  emails: z.array(z.strictObject({ email_address: email, is_primary: wire.flag.optional() })).max(10),
  loyalty_identifiers: z.array(z.strictObject({ identifier })).max(20),
}

/** What is told of a person, and of how the business sees them. */
export const profileFields = {
  contact_type: z.enum(CONTACT_TYPES).optional(),
  first_name: name.nullable().optional(),
  last_name: name.nullable().optional(),
  language_code: z
    .string()
    .regex(/^[A-Za-z]{2}$/, 'two letters are needed, such as en')
    .transform((code) => code.toLowerCase())
    .optional(),
  birthday: z.iso
    .date('a day of the calendar such as "1990-05-31" is needed')
    .refine((day) => day >= '1900', 'a day from 1900 on is needed')
    .nullable()
    .optional()
    .meta({ description: 'A date of the calendar, not in the future.' }),
  name_day: z
    .string()
    .refine(isDayOfYear, 'a month and day such as "07-20" are needed')
    .nullable()
    .optional()
    .meta({ description: 'Month and day.' }),
}

/** What a contact is given at first and may be given anew. */
const person = {
  ...profileFields,
  segments: segments
    .nullable()
    .optional()
    .meta({ description: 'Codes under which the business groups its shoppers, each kept once.' }),
  referral_code: referralCode.optional().meta({
    description: 'What others name to say that this contact sent them, kept in capitals; unique.',
  }),
  phones: identifierLists.phones.nullable().optional(),
  emails: identifierLists.emails.nullable().optional(),
  loyalty_identifiers: identifierLists.loyalty_identifiers.nullable().optional(),
}
const contactChange = z.strictObject(person)
export type ContactChange = z.output<typeof contactChange>

const money = {
  currency_code: z.string(),
  balance: wire.amount,
  open: wire.amount,
  commerce: wire.amount,
}
const wallet = z.object({ id: z.string(), code: z.string(), ...money })

export const identifiersReply = {
  phones: z
    .array(
      z.object({
        country_code: z.string().nullable(),
        phone_type: z.string(),
        number: z.string(),
        is_primary: z.boolean(),
      }),
    )
    .readonly(),
  emails: z.array(z.object({ email_address: z.string(), is_primary: z.boolean() })).readonly(),
  loyalty_identifiers: z.array(z.object({ identifier: z.string() })).readonly(),
}

const contactReply = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  first_name: z.string().nullable(),
  last_name: z.string().nullable(),
  type: z.enum(CONTACT_TYPES),
  ...identifiersReply,
  language_code: z.string(),
  birthday: z.string().nullable().optional(),
  name_day: z.string().nullable().optional(),
  segments: z.array(z.string()).readonly().optional(),
  referral_code: z.string().optional(),
  referred_by: z.object({ id: z.string(), code: z.string() }).nullable().optional(),
  created_on: wire.epoch,
  last_purchase_on: wire.epoch
    .nullable()
    .optional()
    .meta({ description: 'Of a purchase that stands; null: none does. Only where it was asked for.' }),
  wallet: wallet.optional().meta({ description: 'What can be spent at this moment.' }),
  financials: z.object({ wallet }).optional(),
})
export type ContactReply = z.input<typeof contactReply>

const withWallet = {
  include_wallet: wire.flag.default(false),
  include_financials: wire.flag.default(false),
}

const list = {
  method: 'GET',
  tag,
  summary: 'Find contacts by what they are recognised by',
  description: [
    'Nobody found is an empty list. A till, whose key has purchases:write but not contacts:read,',
    'has to name whom it looks for, and sees initials and the end of the phone number.',
  ].join(' '),
  access: ['contacts:read', 'purchases:write'],
  effect: 'reads',
  query: z.strictObject({
    ...wire.listQuery,
    phone: z.string().trim().min(1).max(40).optional().meta({ description: 'In any format.' }),
    email_address: z.string().trim().min(1).max(254).optional(),
    cim: identifier.optional().meta({ description: 'Any identifier, of whatever kind.' }),
    code: identifier.optional(),
    loyalty_identifier: identifier.optional(),
    wallet_code: identifier.optional(),
    wallet_ids: walletIds.optional().meta({
      description: 'Of any of these wallets: up to 100 ids, separated by commas; needs contacts:read.',
    }),
    segment: segment.optional().meta({ description: 'Exactly; needs contacts:read.' }),
    search_value: z.string().trim().min(3).max(100).optional().meta({
      description: 'How a name or an identifier begins.',
    }),
    ...withWallet,
    include_last_purchase: wire.flag.default(false).meta({
      description: 'When they last bought something; needs contacts:read and purchases:read.',
    }),
  }),
  reply: wire.pageReply(contactReply),
  errors: [InvalidValue, Forbidden],
} as const

export const listContacts = endpoint({ ...list, name: 'listContacts', path: '/backoffice/v2/contacts' })

/** The guide's name for the same. */
export const listCustomers = endpoint({ ...list, name: 'listCustomers', path: '/backoffice/v2/customers' })

export const getContact = endpoint({
  name: 'getContact',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}',
  tag,
  summary: 'Read a contact by id, code or any identifier',
  description:
    'Members of staff see how phones, e-mail addresses and loyalty identifiers end; `reveal` tells them whole.',
  access: ['contacts:read', 'purchases:write'],
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject({ ...withWallet, include_wallet: wire.flag.default(true) }),
  reply: contactReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const listLoyaltyIdentifiers = endpoint({
  name: 'listLoyaltyIdentifiers',
  method: 'GET',
  path: '/backoffice/v2/contacts/{id}/loyalty_identifiers',
  tag,
  summary: 'List the loyalty identifiers of a contact',
  access: 'contacts:read',
  effect: 'reads',
  params: wire.idParams,
  query: z.strictObject(wire.listQuery),
  reply: wire.pageReply(z.object({ identifier: z.string() })),
  errors: [InvalidValue, NotFound, AmbiguousIdentifier],
})

export const createContact = endpoint({
  name: 'createContact',
  method: 'POST',
  path: '/backoffice/v2/contacts',
  tag,
  summary: 'Register a contact with an empty wallet',
  access: 'contacts:write',
  effect: 'writes',
  body: z.strictObject({
    id: wire.guid.optional().meta({ description: 'The id that the contact is to have.' }),
    code: identifier.optional().meta({ description: 'Made up when it is left out.' }),
    ...person,
    referral_code_used: referralCode.optional().meta({
      description: 'The referral code of the contact who sent this one.',
    }),
    cards: z
      .array(z.strictObject({ identifier }))
      .max(20)
      .optional()
      .meta({ description: 'Fingerprints of payment cards, never their numbers.' }),
  }),
  reply: z.object({
    id: z.string(),
    code: z.string(),
    wallet: z.object({ id: z.string(), code: z.string() }),
  }),
  errors: [InvalidValue, RequiredField, NotFound, AlreadyExists, IdentifierTaken, IdempotencyKeyReused],
})

export const updateContact = endpoint({
  name: 'updateContact',
  method: 'PUT',
  path: '/backoffice/v2/contacts/{id}',
  tag,
  summary: 'Change what is known of a contact',
  description: [
    'What is left out stays; null clears. A list of phones, e-mail addresses, loyalty identifiers or',
    'segments takes the place of the one before.',
  ].join(' '),
  access: 'contacts:write',
  effect: 'writes',
  params: wire.idParams,
  body: contactChange,
  reply: contactReply,
  errors: [InvalidValue, NotFound, AmbiguousIdentifier, AlreadyExists, IdentifierTaken, IdempotencyKeyReused],
})
