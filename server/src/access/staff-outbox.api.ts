import { z } from 'zod'
import { endpoint, wire } from '../http/index.ts'
import { InvalidState } from '../kit/error.ts'
import { STAFF_MAIL_KINDS } from './staff-mail.ts'

const outboxReply = z.object({
  content: z.array(
    z.object({
      kind: z.enum(STAFF_MAIL_KINDS),
      recipient: z.string(),
      subject: z.string(),
      content: z.string(),
      created_on: wire.epoch,
    }),
  ),
})
export type OutboxOfStaff = z.input<typeof outboxReply>

export const listStaffOutbox = endpoint({
  name: 'listTestStaffOutbox',
  method: 'GET',
  path: '/backoffice/v2/test_helpers/staff_outbox',
  tag: 'Users',
  summary: 'Read what staff would have been mailed, in TEST mode',
  description:
    'Invitations and codes for a new password, the newest 100: with them anybody signs in as whom they are for.',
  access: 'users:write',
  effect: 'reads',
  reply: outboxReply,
  errors: [InvalidState],
})
