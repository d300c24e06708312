import { connect, isIP, type Socket } from 'node:net'
import { createTransport } from 'nodemailer'
import { SECOND } from '../kit/time.ts'
import { type Allowed, checkedAddress, inTime, whyFailed } from '../outgoing/index.ts'
import type { Outcome } from './outcome.ts'
import type { EmailSender } from './settings.ts'

export interface Email {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly content: string
  readonly language: string
  readonly at: Date
}

export interface Sending {
  readonly sender: EmailSender
  readonly password: string | undefined
  readonly allowed: Allowed
  /** Of the whole conversation: a server that always has a little more to say holds nobody up. */
  readonly withinMs: number
}

const SILENCE_MS = 20 * SECOND

/** Hands the e-mail to the business's server, at an address that was checked. Never throws. */
export async function sendEmail(
  email: Email,
  { sender, password, allowed, withinMs }: Sending,
): Promise<Outcome> {
  const signal = AbortSignal.timeout(withinMs)
  try {
    const { address } = await inTime(checkedAddress(sender.host, { allowed }), signal)
    const transport = createTransport({
      host: address,
      port: sender.port,
      connection: await connected(address, sender.port, signal),
      secure: sender.security === 'TLS',
      requireTLS: sender.security === 'STARTTLS',
      ignoreTLS: sender.security === 'NONE',
      // The certificate is of the name, the connection goes to the address that was checked.
      ...(isIP(sender.host) === 0 && { tls: { servername: sender.host } }),
      ...(sender.username !== undefined && { auth: { user: sender.username, pass: password ?? '' } }),
      greetingTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
    })
    try {
      await transport.sendMail(messageOf(email, sender))
      return { kind: 'SENT' }
    } finally {
      transport.close()
    }
  } catch (error) {
    if (signal.aborted) return { kind: 'FAILED', error: `not done within ${withinMs / SECOND} s` }
    return outcomeOf(error)
  }
}

/** A connection that ends with its time, whatever is going on over it. */
function connected(host: string, port: number, signal: AbortSignal): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port, signal })
    // Kept for as long as it lives: what breaks later is told by the conversation.
    socket.on('error', reject)
    socket.once('connect', () => resolve(socket))
  })
}

/** The message as it goes over the wire, for who reads it instead of receiving it. */
export async function emailText(email: Email, sender: EmailSender): Promise<string> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const { message } = await transport.sendMail(messageOf(email, sender))
  return String(message)
}

function messageOf({ id, to, subject, content, language, at }: Email, sender: EmailSender) {
  const [, domain = 'localhost'] = sender.fromAddress.split('@')
  return {
    from: { name: sender.fromName ?? '', address: sender.fromAddress },
    to: { name: '', address: to },
    ...(sender.replyTo !== undefined && { replyTo: sender.replyTo }),
    subject,
    text: `${content}\n`,
    date: at,
    // The same on every try, so that a server or reader tells a second copy.
    messageId: `<${id}@${domain}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
    // Nothing that a text says is fetched or read from the disk.
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

/** The commands that a server refuses for good: who it is for, who it is from, what it says. */
const OF_THE_MESSAGE = ['MAIL FROM', 'RCPT TO', 'DATA']

function outcomeOf(error: unknown): Outcome {
  const text = whyFailed(error)
  const code = fieldOf(error, 'responseCode')
  const command = fieldOf(error, 'command')
  const isForGood = typeof code === 'number' && code >= 500 && code < 600
  const isOfMessage = typeof command === 'string' && OF_THE_MESSAGE.includes(command)
  return { kind: isForGood && isOfMessage ? 'REFUSED' : 'FAILED', error: text.slice(0, 500) }
}

function fieldOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null
    ? Object.entries(error).find(([key]) => key === name)?.[1]
    : undefined
}
