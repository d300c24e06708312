import { unseal } from '../kit/sealed.ts'
import { type Allowed, call } from '../outgoing/index.ts'
import { type Adaptor, type Outcome, secretsOwner } from './adaptor.ts'
import { fillTemplate } from './fill-template.ts'
import { print } from './printer.ts'
import { ticketOf } from './ticket.ts'

export interface Sending {
  readonly order: object
  readonly event: string
  /** The same on every try: who has it already knows it by this. */
  readonly id: string
  readonly at: Date
  readonly key: Uint8Array
  readonly allowed: Allowed
}

const WITHIN_MS = 10_000
const REFUSED_FROM = 400
const REFUSED_TO = 500
const AGAIN = new Set([408, 409, 425, 429])

/** The one way to an adaptor, whatever its kind. Never throws: what goes wrong on the way counts as a try and is shown. */
export async function sendToAdaptor(adaptor: Adaptor, sending: Sending): Promise<Outcome> {
  try {
    return await (adaptor.kind === 'PRINTER' ? toPrinter(adaptor, sending) : toSystem(adaptor, sending))
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

async function toPrinter(
  { settings }: Extract<Adaptor, { kind: 'PRINTER' }>,
  { order, allowed }: Sending,
): Promise<Outcome> {
  return print(settings, ticketOf(order, settings.paperMm), { allowed, withinMs: WITHIN_MS })
}

async function toSystem(
  { id, settings, secrets }: Extract<Adaptor, { kind: 'HTTP' }>,
  sending: Sending,
): Promise<Outcome> {
  const { order, event, at, allowed, key } = sending
  const told = { ...order, event: { type: event, id: sending.id } }
  const filled = settings.template === undefined ? told : fillTemplate(settings.template, told)
  const own = secrets ? unseal(key, secretsOwner(id), secrets) : {}
  const headers = { 'content-type': 'application/json', 'idempotency-key': sending.id, ...own }
  const options = { allowed, withinMs: WITHIN_MS, at }
  const answer = await call({ url: settings.url, body: JSON.stringify(filled), headers }, options)
  const { status = 0, error, retryAfter } = answer
  const isFinal = status >= REFUSED_FROM && status < REFUSED_TO && !AGAIN.has(status)
  return { error, retryAfter, isFinal }
}
