import { lockContact, maskPhone } from '../contacts/index.ts'
import { isUniqueViolation, transact, type Work } from '../db/index.ts'
import { type Command, earlierReply, type RawReply, storeReply } from '../http/index.ts'
import { Busy, InvalidState, invalidField, type Refusal } from '../kit/error.ts'
import { type ContactId, newId } from '../kit/id.ts'
import { behaviourOfPerson, FIXED_CODE } from '../kit/test-values.ts'
import { later, MINUTE, SECOND } from '../kit/time.ts'
import { type MessageSources, sendsSms, type Telling, tellAtOnce } from '../notifications/index.ts'
import { readBusiness } from '../organisations/index.ts'
import { TooManyAttempts } from '../tokens/index.ts'
import { drawCode, type HashOfCheck, MOST_SENT, obscured } from './identity-check.ts'
import type { SendBody, SentReply } from './identity-checks.api.ts'
import { replaceCheck, sentSince } from './identity-checks.store.ts'

export interface CodeSources {
  readonly messages: MessageSources
  readonly hash: HashOfCheck
}

interface Asked {
  readonly contact: string
  readonly method: SendBody['method']
}

/** Makes the contact's one live code, hands it to whoever brings it, and answers when it is on its way. */
export async function sendCode(
  command: Command,
  asked: Asked,
  { messages, hash }: CodeSources,
): Promise<RawReply> {
  const { database } = messages
  const { idempotencyKey: key } = command
  const made = await transact(database, command, async (work) => {
    const earlier = key === undefined ? undefined : await earlierReply(work, key, command.hash)
    return earlier ? { earlier } : makeCode(work, asked, hash)
  })
  if ('earlier' in made) return made.earlier
  await deliver(command, made.telling, messages)
  const reply = { status: 200, text: JSON.stringify(made.reply) }
  if (key !== undefined) {
    await transact(database, command, (work) => storeReply(work, key, command.hash, reply)).catch(
      (error: unknown) => {
        // The same request, sent twice at once, was answered by another meanwhile.
        if (!isUniqueViolation(error)) throw error
      },
    )
  }
  return reply
}

/** The same for whoever answers otherwise: with the code, which a caller may tell in TEST mode only. */
export async function sendCheck(
  command: Pick<Command, 'actor' | 'at'>,
  asked: Asked,
  { messages, hash }: CodeSources,
): Promise<SentReply & { readonly code: string }> {
  const made = await transact(messages.database, command, (work) => makeCode(work, asked, hash))
  await deliver(command, made.telling, messages)
  return { ...made.reply, code: made.code }
}

async function deliver(
  { actor }: Pick<Command, 'actor'>,
  telling: Telling,
  messages: MessageSources,
): Promise<void> {
  const outcome = await tellAtOnce(messages, actor, telling)
  if (outcome.kind !== 'SENT') throw notSent(outcome.error, outcome.kind === 'FAILED')
}

async function makeCode(
  work: Work,
  { contact: name, method }: Asked,
  hash: HashOfCheck,
): Promise<{ readonly telling: Telling; readonly reply: SentReply; readonly code: string }> {
  const contact = await lockContact(work, name)
  const { channel, target, shown } = addressOf(contact, await channelsFor(work, method))
  const behaviour = behaviourOfPerson(work.actor, contact.identifiers)
  if (behaviour === 'BLOCKED')
    throw tooMany(MOST_SENT[0].most, later(work.at, MOST_SENT[0].withinMs), work.at)
  await refuseTooMany(work, contact.id)
  const { settings } = await readBusiness(work.db, work.actor.tenant)
  const id = newId<string>()
  const code = behaviour === 'FIXED_CODE' ? FIXED_CODE : drawCode()
  const codeHash = hash({ tenant: work.actor.tenant, id }, code)
  const expiresAt = later(work.at, settings.tokenMinutes * MINUTE)
  await replaceCheck(work, {
    id,
    contact: contact.id,
    codeHash,
    shown,
    wrongTries: 0,
    state: 'LIVE',
    expiresAt,
  })
  return {
    code,
    reply: { obfuscated_value: shown, auth_otp: id },
    telling: {
      kind: 'ONE_TIME_CODE',
      cause: id,
      contact: contact.id,
      language: contact.language,
      channel,
      target,
      values: { name: contact.firstName ?? '', code, minutes: String(settings.tokenMinutes) },
      secret: 'code',
    },
  }
}

/** Where nobody sends text messages, a code that was asked for by SMS goes by e-mail. */
async function channelsFor(work: Work, method: SendBody['method']): Promise<Wanted> {
  const isSms = method === 'SMS' && (await sendsSms(work))
  return { method, channel: isSms ? 'SMS' : 'EMAIL' }
}

interface Wanted {
  readonly method: SendBody['method']
  readonly channel: Telling['channel']
}

function addressOf(
  { identifiers }: Awaited<ReturnType<typeof lockContact>>,
  { method, channel }: Wanted,
): Pick<Telling, 'channel' | 'target'> & { readonly shown: string } {
  const kind = channel === 'SMS' ? 'PHONE' : 'EMAIL'
  const of = identifiers.flatMap((each) => (each.kind === kind && 'details' in each ? [each] : []))
  const found = of.find(({ details }) => details.is_primary) ?? of[0]
  if (!found) {
    const what = channel === 'SMS' ? 'phone' : 'e-mail address'
    const nobody = method === channel ? '' : 'nobody sends text messages here, and '
    throw invalidField('method', method, `${nobody}the contact has no ${what}`)
  }
  const { value } = found
  return { channel, target: value, shown: channel === 'SMS' ? maskPhone(value) : obscured(value) }
}

async function refuseTooMany(work: Work, contact: ContactId): Promise<void> {
  for (const { most, withinMs } of MOST_SENT) {
    const sent = await sentSince(work, contact, later(work.at, -withinMs))
    const [first] = sent.slice(-most)
    if (!first || sent.length < most) continue
    const until = later(first, withinMs)
    throw tooMany(sent.length, until, work.at)
  }
}

function tooMany(sent: number, until: Date, at: Date): Refusal {
  return TooManyAttempts({
    parameters: ['contact', String(sent)],
    detail: `The contact was sent ${sent} codes; the next may be sent at ${until.toISOString()}.`,
    retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - at.getTime()) / SECOND)),
  })
}

function notSent(why: string, isPassing: boolean): Refusal {
  const detail = `The code could not be sent: ${why}.`
  return isPassing
    ? Busy({ detail, retryAfterSeconds: 5 })
    : InvalidState({ parameters: ['otp', 'NOT_SENT'], detail })
}
