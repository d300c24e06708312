import { z } from 'zod'
import type { Work } from '../db/index.ts'
import { endpoint, wire } from '../http/index.ts'
import { InvalidState, InvalidValue } from '../kit/error.ts'
import { type Page, pageOf } from '../kit/page.ts'
import { epochSeconds } from '../kit/time.ts'
import type { StoredCommunication } from './communication.ts'
import { pageOfCommunications } from './communications.store.ts'
import { emailText } from './email.ts'
import { pushText } from './push.ts'
import { readSettings } from './settings.store.ts'
import type { EmailSender } from './settings.ts'

const outboxReply = z.object({
  communication_id: z.string(),
  channel: z.enum(['EMAIL', 'DEVICE', 'SMS']),
  state: z.enum(['PENDING', 'COMPLETED', 'REJECTED']),
  recipient: z.string(),
  subject: z.string(),
  content: z.string(),
  message: z.string().meta({
    description:
      'An e-mail as it would have gone over the wire (RFC 5322); of a push message what the device decrypts.',
  }),
  created_on: wire.epoch,
  send_on: wire.epoch
    .nullable()
    .meta({ description: 'When it is due, such as after quiet hours; null: it is done.' }),
})

const outboxQuery = z.strictObject({
  ...wire.listQuery,
  channel: z.enum(['EMAIL', 'DEVICE', 'SMS']).default('EMAIL'),
})

export const listOutbox = endpoint({
  name: 'listTestOutbox',
  method: 'GET',
  path: '/backoffice/v2/test_helpers/outbox',
  tag: 'Communications',
  summary: 'Read what would have been sent, in TEST mode',
  description:
    'Test data reaches nobody. Messages go through all their steps (texts, opt-outs, quiet hours) and end here.',
  access: 'communications:read',
  effect: 'reads',
  query: outboxQuery,
  reply: wire.pageReply(outboxReply),
  errors: [InvalidValue, InvalidState],
})

/** Stands in for who is not configured. */
const NOBODY: EmailSender = {
  host: 'localhost',
  port: 25,
  security: 'NONE',
  username: undefined,
  fromAddress: 'test@localhost',
  fromName: undefined,
  replyTo: undefined,
}

export async function readOutbox(
  work: Work,
  query: z.output<typeof outboxQuery>,
): Promise<Page<z.input<typeof outboxReply>>> {
  if (work.actor.mode !== 'TEST') {
    throw InvalidState({
      parameters: ['mode', 'LIVE'],
      detail: 'In LIVE mode messages are sent; use a test key.',
    })
  }
  const { channel } = query
  const rows = await pageOfCommunications(work, { channel }, query)
  const { email: sender = NOBODY } = await readSettings(work)
  const messages = await Promise.all(rows.map((row) => messageOf(row, sender)))
  const request = { page: query.page, size: query.size, includeTotal: false }
  return pageOf(
    request,
    rows.map((row, index) => ({ row, message: messages[index] ?? '' })),
    ({ row, message }) => ({
      communication_id: row.id,
      channel,
      state: row.state,
      recipient: row.target,
      subject: row.subject,
      content: row.content,
      message,
      created_on: epochSeconds(row.createdAt),
      send_on: row.nextAt ? epochSeconds(row.nextAt) : null,
    }),
  )
}

async function messageOf(row: StoredCommunication, sender: EmailSender): Promise<string> {
  if (row.channel === 'EMAIL') return emailText(emailOf(row), sender)
  return row.channel === 'DEVICE' ? pushText(row) : row.content
}

function emailOf({ id, target, subject, content, language, createdAt }: StoredCommunication) {
  return { id, to: target, subject, content, language, at: createdAt }
}
