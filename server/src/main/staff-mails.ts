import type { Logger } from 'pino'
import { type StaffMailSources, sendStaffMails } from '../access/index.ts'
import { type MessageSources, mailAtOnce } from '../notifications/index.ts'
import { openAfterwards } from './afterwards.ts'

interface StaffMailsOptions {
  readonly messageSources: MessageSources
  readonly log: Logger
  readonly key: Uint8Array
  /** Whether this process sends them by itself. */
  readonly isSending: boolean
}

/** Mails to staff, by the e-mail server of their business: staff stand to the left of it in the order of the domains. */
export function openStaffMails({ messageSources, log, key, isSending }: StaffMailsOptions) {
  const { database, clock } = messageSources
  const afterwards = openAfterwards(log)
  const sources: StaffMailSources = {
    database,
    clock,
    staffMailKey: key,
    mailStaff: async (actor, email) => {
      const outcome = await mailAtOnce(messageSources, actor, email)
      const error = outcome.kind === 'SENT' ? undefined : outcome.error
      return { error, isPassing: outcome.kind === 'FAILED' }
    },
  }
  const send = () => sendStaffMails(sources)
  return {
    wiring: {
      staffMailKey: key,
      afterwards: afterwards.run,
      wakeStaffMails: () => {
        if (isSending) afterwards.run(send)
      },
    },
    send,
    sendAll: async () => {
      await afterwards.settled()
      return send()
    },
    close: afterwards.settled,
  }
}
