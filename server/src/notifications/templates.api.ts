import { z } from 'zod'
import { endpoint, Forbidden, IdempotencyKeyReused, wire } from '../http/index.ts'
import { InvalidValue, NotFound, RequiredField } from '../kit/error.ts'
import { kindName, language } from './settings.api.ts'

const tag = 'Communications'
const path = '/backoffice/v2/communication_templates'

const templateReply = z.object({
  id: z.string().meta({ description: 'Kind and language: AWARD.el' }),
  kind: kindName,
  language: z.string(),
  subject: z.string(),
  content: z.string(),
  is_own: z.boolean().meta({ description: 'false: the text of the product.' }),
  values: z
    .array(z.string())
    .readonly()
    .meta({ description: 'What the text may name, each in braces: {amount}.' }),
  example: z.object({ subject: z.string(), content: z.string() }),
})
export type TemplateReply = z.input<typeof templateReply>

const listQuery = z.strictObject({
  page: wire.listQuery.page,
  size: wire.listQuery.size,
  include_total: wire.listQuery.include_total,
  kind: kindName.optional(),
  language: language.optional(),
})
export type TemplatesQuery = z.output<typeof listQuery>

export const listTemplates = endpoint({
  name: 'listCommunicationTemplates',
  method: 'GET',
  path,
  tag,
  summary: 'List the texts by which contacts are told, by kind and language',
  access: 'communications:read',
  effect: 'reads',
  query: listQuery,
  reply: wire.pageReply(templateReply),
  errors: [InvalidValue],
})

const templateBody = z.strictObject({
  subject: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .regex(/^[^\p{Cc}]*$/u, 'one line is needed')
    .meta({ description: 'One line.' }),
  content: z.string().trim().min(1).max(5_000),
})
export type TemplateBody = z.output<typeof templateBody>

export const putTemplate = endpoint({
  name: 'putCommunicationTemplate',
  method: 'PUT',
  path: `${path}/{id}`,
  tag,
  summary: 'Put a text of your own in the place of one, or begin another language',
  description:
    'Named by kind and language, such as AWARD.el. Values stand in braces: money and days are written as the language writes them. Messages that are written already stay.',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  body: templateBody,
  reply: templateReply,
  errors: [RequiredField, InvalidValue, NotFound, Forbidden, IdempotencyKeyReused],
})

export const deleteTemplate = endpoint({
  name: 'deleteCommunicationTemplate',
  method: 'DELETE',
  path: `${path}/{id}`,
  tag,
  summary: 'Go back to the text of the product',
  access: 'communications:write',
  effect: 'writes',
  params: wire.idParams,
  reply: z.object({ id: z.string() }),
  errors: [NotFound, Forbidden, IdempotencyKeyReused],
})
