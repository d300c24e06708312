import { z } from 'zod'
import { endpoint, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, RequiredField } from '../kit/error.ts'
import { rowTotals } from '../processes/index.ts'
import { identifier, identifierLists, profileFields, segments } from './contacts.api.ts'

const MOST_ROWS = 100
const MOST_BYTES = 1024 * 1024

/** A contact as a row of many. */
export const contactRow = z.strictObject({
  code: identifier.optional(),
  ...profileFields,
  segments: segments.optional(),
  phones: identifierLists.phones.optional(),
  emails: identifierLists.emails.optional(),
  loyalty_identifiers: identifierLists.loyalty_identifiers.optional(),
})
export type ContactRow = z.output<typeof contactRow>

export const contactRows = z.strictObject({ contacts: z.array(contactRow) })

export const ROW_OUTCOMES = ['CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED'] as const

export const synchroniseContacts = endpoint({
  name: 'synchroniseContacts',
  method: 'POST',
  path: '/backoffice/v2/synchronise_contacts',
  tag: 'Contacts',
  summary: 'Register or change many contacts, each known by any of its identifiers',
  description: `Up to ${MOST_ROWS} rows a call, applied in their order and answered when all are. A row is about the contact whom its code, phones, e-mail addresses and loyalty identifiers name; nobody: one is registered; several: the row is refused. What a row leaves out stays, null clears; identifiers and segments are added to those that are there, and none is taken away. The same rows again change nothing. A row that is wrong is refused by its place and leaves the others alone. With \`simulate=true\` everything is worked out and nothing is kept.`,
  access: 'contacts:write',
  effect: 'writes',
  query: z.strictObject({ simulate: wire.flag.default(false) }),
  bulk: { lists: ['contacts'], rows: MOST_ROWS, bytes: MOST_BYTES },
  body: contactRows,
  reply: z.object({
    totals: rowTotals,
    rows: z
      .array(
        z.object({
          index: z.int().meta({ description: 'Place of the row, from 0.' }),
          outcome: z.enum(ROW_OUTCOMES),
          contact_id: z.string().nullable().meta({
            description: 'null where the row was refused, and where one would only have been registered.',
          }),
          error: z.string().nullable().meta({
            description: 'The code that a request with such a value is refused with.',
          }),
          message: z
            .string()
            .nullable()
            .meta({ description: 'Names the field, the value seen and what is needed.' }),
          parameters: z.array(z.string()),
        }),
      )
      .readonly(),
  }),
  errors: [RequiredField, InvalidValue, IdempotencyKeyReused],
})
export type ContactRowsReply = z.input<typeof synchroniseContacts.reply>
