import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface MailServer {
  readonly port: number
  readonly received: ParsedMail[]
  /** What it answers to a recipient or a message from now on: nothing is wrong, or an SMTP code. */
  refuses: { readonly recipient?: number; readonly message?: number }
  close(): Promise<void>
}

function refusal(code: number): Error {
  return Object.assign(new Error(code >= 500 ? 'no such mailbox' : 'try again later'), { responseCode: code })
}

/** An e-mail server on this machine. */
export async function openMailServer(): Promise<MailServer> {
  const mail: MailServer = { port: 0, received: [], refuses: {}, close: async () => {} }
  const server = new SMTPServer({
    disabledCommands: ['AUTH'],
    hideSTARTTLS: true,
    onRcptTo: (_address, _session, done) =>
      done(mail.refuses.recipient === undefined ? null : refusal(mail.refuses.recipient)),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((parsed) => {
        if (mail.refuses.message !== undefined) return done(refusal(mail.refuses.message))
        mail.received.push(parsed)
        return done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(mail, {
    port,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  })
}
